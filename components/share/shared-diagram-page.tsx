"use client";

import { Download, Rows3, Waypoints } from "lucide-react";
import { useState } from "react";
import type { SharedDiagram } from "@/lib/core/api/shares";
import { CanvasSkeleton } from "../diagram/editor/canvas-skeleton";
import { buttonClass } from "../ui/button";
import { Menu, MenuLink } from "../ui/menu";
import { onDemand } from "../ui/on-demand";
import { TabBar } from "../ui/tab-bar";
import { FreshnessBadge } from "./freshness-badge";
import { shareFilePath, shareFiles } from "./share-url";
import { SharedCanvas } from "./shared-canvas-on-demand";

const SharedTable = onDemand(() => import("./shared-table").then((module) => module.SharedTable), CanvasSkeleton);

const tabs = [
  { id: "canvas", label: "Canvas", icon: Waypoints },
  { id: "table", label: "Table", icon: Rows3 },
] as const;
type Tab = (typeof tabs)[number]["id"];

/** A shared diagram on a page of its own, for who only looks. */
export function SharedDiagramPage({ token, shared }: { token: string; shared: SharedDiagram }) {
  const [tab, setTab] = useState<Tab>("canvas");
  const { title } = shared.view;
  const isTable = tab === "table" && shared.allow.table;
  return (
    <div className="flex h-dvh min-h-0 flex-col overflow-hidden bg-canvas">
      <header className="z-20 flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-hairline bg-surface px-4 py-2.5 sm:h-13 sm:flex-nowrap sm:py-0 sm:px-6">
        <h1 className="min-w-0 truncate text-md font-semibold [unicode-bidi:isolate]" title={title}>{title}</h1>
        <span className="flex-1 max-sm:order-1"><FreshnessBadge shared={shared} /></span>
        <div className="flex shrink-0 items-center gap-1.5 max-sm:order-2 max-sm:w-full max-sm:justify-between">
          {shared.allow.table && (
            <TabBar
              label="View"
              items={tabs.map(({ id, label, icon: Icon }) => ({ id, content: <span className="flex items-center gap-1.5"><Icon size={14} aria-hidden /> {label}</span> }))}
              value={tab}
              onChange={setTab}
              className="flex h-8 shrink-0 items-center rounded-card border border-control p-px"
              tabClassName="flex h-full items-center rounded-[7px] px-2.5 text-muted hover:text-ink aria-selected:bg-hover aria-selected:font-medium aria-selected:text-ink"
            />
          )}
          {shared.allow.files && (
            <Menu trigger={<button type="button" className={buttonClass("plain")}><Download size={15} aria-hidden /> Download</button>}>
              {shareFiles.map(({ extension, label }) => (
                <MenuLink key={extension} href={shareFilePath(token, extension)} download={`${title}.${extension}`} icon={<Download size={14} aria-hidden />}>
                  <span className="flex-1">{label}</span>
                  <span className="ps-4 font-mono text-sm text-muted">.{extension}</span>
                </MenuLink>
              ))}
            </Menu>
          )}
        </div>
      </header>
      <main id="content" tabIndex={-1} className="relative flex min-h-0 flex-1 outline-none">
        {isTable ? <SharedTable token={token} version={shared.view.token} title={title} /> : <SharedCanvas shared={shared} />}
      </main>
    </div>
  );
}
