"use client";

import { Search } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import type { JsonObject } from "@/lib/core/json";
import { counted } from "../data/words";
import { CopyButton } from "../ui/copy-button";
import { inputClass } from "../ui/field";
import { findInJson } from "./find-in-json";
import { JsonEntries } from "./json-entries";

/** A resource's properties as a tree with a search inside. */
export function Configuration({ properties }: { properties: JsonObject }) {
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const finds = useMemo(() => findInJson(properties, wanted), [properties, wanted]);
  if (Object.keys(properties).length === 0) return <p className="p-4 text-muted">No properties are known.</p>;
  return (
    <div className="px-4 py-3">
      <div className="mb-2 flex items-center gap-2">
        <div className="relative min-w-0 flex-1">
          <Search size={14} aria-hidden className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-muted" />
          <input type="search" aria-label="Search the configuration" placeholder="Search" value={text} spellCheck={false} autoComplete="off" onChange={(event) => setText(event.target.value)} className={`${inputClass} ps-8`} />
        </div>
        <CopyButton text={JSON.stringify(properties, null, 2)} label="Copy all" size="usual" />
      </div>
      <p role="status" className={finds === null ? "sr-only" : "mb-1 text-sm text-muted"}>{finds === null ? "" : counted(finds.count, "hit")}</p>
      <JsonEntries value={properties} path="" depth={0} finds={finds} wanted={wanted.trim()} />
    </div>
  );
}
