"use client";

import { useState } from "react";
import { describeType } from "@/lib/catalogue";
import type { Orphan } from "@/lib/core/diagram/diagram";
import { counted } from "../../../data/words";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { TypeTile } from "../../../ui/type-tile";
import type { DiagramDocument } from "../diagram-document";
import { applyOrphanEdit, dropOrphanEdit } from "../edits/orphan-edits";
import { useDocumentState } from "../use-diagram-document";
import { ResourceSearch } from "./resource-search";

/** The edits of what is no longer in the inventory: to be given to something else, or dropped. */
export function OrphansDialog({ document, onClose }: { document: DiagramDocument; onClose: () => void }) {
  const orphans = useDocumentState(document, ({ diagram }) => diagram.overlay.orphans);
  const [giving, setGiving] = useState<string | null>(null);
  const rows = Object.entries(orphans);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title="Edits of what is gone"
      description="These were on this diagram when they were edited, and are no longer in the inventory. Should one come back, its edits apply again by themselves."
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {rows.length === 0 && <p className="py-4 text-center text-muted">Nothing is left here.</p>}
      <ul className="flex flex-col">
        {rows.map(([id, orphan]) => (
          <li key={id} className="flex flex-col gap-2 border-b border-hairline py-3 first:pt-0 last:border-0 last:pb-0">
            <div className="flex items-start gap-3">
              <TypeTile type={orphan.type} size={28} />
              <div className="min-w-0 flex-1">
                <p className="font-medium break-words" title={id}>{orphan.name}</p>
                <p className="text-sm text-muted">{describeType(orphan.type).label}</p>
                <p className="mt-1 flex flex-wrap gap-1">{editWords(orphan).map((word) => <Badge key={word}>{word}</Badge>)}</p>
              </div>
              <div className="flex shrink-0 gap-2 max-sm:flex-col">
                <Button size="small" aria-expanded={giving === id} onClick={() => setGiving(giving === id ? null : id)}>Give to another…</Button>
                <Button size="small" look="danger" onClick={() => document.perform(dropOrphanEdit(id, orphan))}>Drop</Button>
              </div>
            </div>
            {orphan.note !== undefined && <p className="rounded-card bg-frame px-3 py-2 text-sm break-words whitespace-pre-wrap">{orphan.note}</p>}
            {giving === id && (
              <ResourceSearch
                label={`The resource that gets the edits of ${orphan.name}`}
                onPick={(other) => {
                  document.perform(applyOrphanEdit(document.overlay, id, orphan, other));
                  setGiving(null);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">{counted(rows.length, "entry", "entries")}</p>
    </Dialog>
  );
}

function editWords({ place, isHidden, isCollapsed, title, note }: Orphan): readonly string[] {
  return [
    ...(place === undefined ? [] : [place.pinned ? "Moved" : "Place remembered"]),
    ...(isHidden === true ? ["Hidden"] : []),
    ...(isCollapsed === true ? ["Collapsed"] : []),
    ...(title === undefined ? [] : [`Renamed to “${title}”`]),
    ...(note === undefined ? [] : ["Note"]),
  ];
}
