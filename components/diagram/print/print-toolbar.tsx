"use client";

import type { ReactNode } from "react";
import { orientations, papers, type Orientation, type Paper } from "@/lib/scene/page/paper";
import { themeOf, themes } from "@/lib/themes";
import { Select } from "../../ui/select";
import type { PrintUrl } from "./print-url";

const paperLabels: Record<Paper, string> = { a4: "A4", a3: "A3", letter: "Letter" };
const orientationLabels: Record<Orientation, string> = { auto: "Automatic", portrait: "Portrait", landscape: "Landscape" };
const fitLabels: Record<PrintUrl["fit"], string> = { fit: "One page", tile: "Several pages" };

/** What can be chosen of a print; none of it is printed. */
export function PrintToolbar({ url, setUrl, start, end }: { url: PrintUrl; setUrl: (change: Partial<PrintUrl>) => void; start: ReactNode; end: ReactNode }) {
  return (
    <div role="toolbar" aria-label="Print" className="print-toolbar sticky top-0 z-10 flex flex-wrap items-center gap-2 border-b border-hairline bg-surface px-4 py-2.5">
      {start}
      <div className="order-last flex w-full flex-wrap items-center gap-2 xl:order-none xl:w-auto">
        <Select label="Paper" prefix="Paper" value={url.paper} options={papers.map((value) => ({ value, label: paperLabels[value] }))} onChange={(paper) => setUrl({ paper: paper as Paper })} />
        <Select label="Orientation" prefix="Orientation" value={url.orientation} options={orientations.map((value) => ({ value, label: orientationLabels[value] }))} onChange={(orientation) => setUrl({ orientation: orientation as Orientation })} />
        <Select label="Size" prefix="Size" value={url.fit} options={Object.entries(fitLabels).map(([value, label]) => ({ value, label }))} onChange={(fit) => setUrl({ fit: fit as PrintUrl["fit"] })} />
        <Select label="Theme" prefix="Theme" value={themeOf(url.theme).id} options={Object.values(themes).map(({ id, label }) => ({ value: id, label }))} onChange={(theme) => setUrl({ theme })} />
        <Tick label="Legend" checked={url.legend} onChange={(legend) => setUrl({ legend })} />
        <Tick label="Notes" checked={url.notes} onChange={(notes) => setUrl({ notes })} />
      </div>
      <div className="ms-auto flex items-center gap-3">{end}</div>
    </div>
  );
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className="flex min-h-8 cursor-pointer items-center gap-2 px-1.5 font-medium">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} className="size-4 accent-(--primary)" />
      {label}
    </label>
  );
}
