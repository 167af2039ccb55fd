"use client";

import { useMemo } from "react";
import type { JobCell } from "@/lib/core/job/job";
import { number } from "../../data/words";
import { Button } from "../../ui/button";
import { isProblem } from "../is-problem";
import { CellTreeView } from "./cell-tree-view";

/** The calls of a discovery, all of them or only those that went wrong. */
export function CellsPanel({ cells, show, onShow }: { cells: readonly JobCell[]; show: "all" | "problems"; onShow: (show: "all" | "problems") => void }) {
  const problems = useMemo(() => cells.filter(isProblem), [cells]);
  return (
    <>
      <div role="group" aria-label="Show" className="flex items-center gap-1 border-b border-hairline px-3 py-1.5">
        <Button look="quiet" size="small" aria-pressed={show === "all"} onClick={() => onShow("all")}>All ({number(cells.length)})</Button>
        <Button look="quiet" size="small" aria-pressed={show === "problems"} onClick={() => onShow("problems")}>Problems ({number(problems.length)})</Button>
      </div>
      {show === "problems" && problems.length === 0 ? (
        <p className="px-4 py-5 text-muted">No call was denied, and none failed.</p>
      ) : (
        <CellTreeView key={show} cells={show === "problems" ? problems : cells} opensAll={show === "problems"} />
      )}
    </>
  );
}
