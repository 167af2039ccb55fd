"use client";

import type { BoxLookup } from "../actions/action-context";
import type { DiagramDocument } from "../document/diagram-document";
import { useDocumentState } from "../document/use-diagram-document";
import { HeldKeys } from "../../ui/held-keys";
import { onDemand } from "../../ui/on-demand";

// Each comes when it is first opened.
const RenameDialog = onDemand(() => import("../document/dialogs/rename-dialog").then((module) => module.RenameDialog), HeldKeys);
const NoteDialog = onDemand(() => import("../document/dialogs/note-dialog").then((module) => module.NoteDialog), HeldKeys);
const PositionDialog = onDemand(() => import("../document/dialogs/position-dialog").then((module) => module.PositionDialog), HeldKeys);
const OrphansDialog = onDemand(() => import("../document/dialogs/orphans-dialog").then((module) => module.OrphansDialog), HeldKeys);
const ConflictDialog = onDemand(() => import("../document/dialogs/conflict-dialog").then((module) => module.ConflictDialog), HeldKeys);

export type OpenDialog = { kind: "rename" | "note" | "position"; id: string } | { kind: "orphans" } | { kind: "conflict" };

export function EditorDialogs({ open, document, lookup, onClose }: { open: OpenDialog; document: DiagramDocument; lookup: BoxLookup; onClose: () => void }) {
  const save = useDocumentState(document, (state) => state.save);
  if (open.kind === "orphans") return <OrphansDialog document={document} onClose={onClose} />;
  if (open.kind === "conflict") return save.kind === "conflict" ? <ConflictDialog document={document} conflicts={save.conflicts} nameOf={(id) => lookup.get(id)?.name ?? null} onClose={onClose} /> : null;
  const box = lookup.get(open.id);
  if (box === null) return null;
  if (open.kind === "rename") return <RenameDialog document={document} box={box} onClose={onClose} />;
  if (open.kind === "note") return <NoteDialog document={document} box={box} onClose={onClose} />;
  const place = lookup.place(open.id);
  return place === null ? null : <PositionDialog document={document} box={place} around={box.parent === null ? null : (lookup.get(box.parent)?.name ?? null)} standing={lookup.standing} onClose={onClose} />;
}
