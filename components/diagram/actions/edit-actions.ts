import type { Action } from "../../commands/action";
import { editLabel } from "../document/edits/edit-label";
import { collapseEdit, expandEdit, hideEdit, seenEdit, showEdit } from "../document/edits/entry-edits";
import { pinEdit, unpinEdit } from "../document/edits/place-edits";
import type { Edit } from "../document/history";
import { target, targets, type ActionBox, type ActionContext } from "./action-context";

export const editActions: readonly Action<ActionContext>[] = [
  { id: "toggle-editing", label: "Edit mode", keys: ["e"], group: "edit", isEdit: true, checked: ({ isEditing }) => isEditing, run: ({ set, isEditing }) => set.editing(!isEditing) },
  {
    id: "undo",
    label: "Undo",
    labelFor: ({ document }) => withLabel("Undo", document.getState().undoLabel),
    keys: ["mod+z"],
    group: "edit",
    repeats: true,
    isEdit: true,
    enabled: ({ document }) => document.getState().undoLabel !== null,
    run: ({ document, tell }) => tellOf(tell, "Undone", document.undo()),
  },
  {
    id: "redo",
    label: "Redo",
    labelFor: ({ document }) => withLabel("Redo", document.getState().redoLabel),
    keys: ["mod+shift+z", "mod+y"],
    group: "edit",
    repeats: true,
    isEdit: true,
    enabled: ({ document }) => document.getState().redoLabel !== null,
    run: ({ document, tell }) => tellOf(tell, "Done again", document.redo()),
  },
  {
    id: "hide",
    label: "Hide on this diagram",
    labelFor: (context) => (targets(context).length === 0 ? "Hide on this diagram" : `${editLabel("Hide", targets(context))} on this diagram`),
    keys: ["Delete", "Backspace"],
    group: "edit",
    scope: "canvas",
    isEdit: true,
    enabled: hasTargets,
    run: (context) => {
      perform(context, hideEdit(targets(context)));
      context.set.selection([]);
    },
  },
  {
    id: "hide-others",
    label: "Hide everything else",
    group: "edit",
    isEdit: true,
    enabled: hasTargets,
    run: (context) => {
      const others = otherBoxes(context);
      perform(context, { ...hideEdit(others), label: "Hide everything else" });
    },
  },
  {
    id: "show-hidden",
    label: "Show what is hidden",
    labelFor: ({ document }) => `Show what is hidden (${document.overlay.hidden.length})`,
    group: "edit",
    isEdit: true,
    enabled: ({ document }) => document.overlay.hidden.length > 0,
    run: (context) => {
      const { hidden } = context.document.overlay;
      perform(context, { ...showEdit(hidden.map((id) => ({ id, name: id }))), label: "Show what is hidden" });
    },
  },
  dialogAction("rename", "Rename on this diagram…", ["F2"], (context, box) => context.open.rename(box)),
  dialogAction("note", "Note…", [], (context, box) => context.open.note(box)),
  {
    id: "toggle-collapsed",
    label: "Collapse or expand the group",
    labelFor: (context) => (isCollapsed(context) ? "Expand" : "Collapse"),
    keys: ["shift+Enter"],
    group: "edit",
    scope: "canvas",
    isEdit: true,
    enabled: (context) => target(context)?.kind === "frame" || isCollapsed(context),
    run: (context) => {
      const box = target(context);
      if (box !== null) perform(context, isCollapsed(context) ? expandEdit([box]) : collapseEdit([box]));
    },
  },
  {
    id: "toggle-pinned",
    label: "Pin or unpin",
    labelFor: (context) => (isPinned(context) ? "Unpin" : "Pin where it stands"),
    group: "edit",
    isEdit: true,
    enabled: hasTargets,
    run: (context) => {
      const found = targets(context);
      perform(context, isPinned(context) ? unpinEdit(context.document.overlay, found) : pinEdit(found.flatMap(({ id }) => context.boxes.place(id) ?? [])));
    },
  },
  dialogAction("position", "Position…", [], (context, box) => context.open.position(box)),
  {
    id: "orphans",
    label: "Edits of what is gone…",
    labelFor: ({ document }) => `Edits of what is gone… (${Object.keys(document.overlay.orphans).length})`,
    group: "edit",
    isEdit: true,
    enabled: ({ document }) => Object.keys(document.overlay.orphans).length > 0,
    run: ({ open }) => open.orphans(),
  },
  { id: "mark-seen", label: "Mark everything as seen", group: "edit", isEdit: true, run: (context) => perform(context, seenEdit(new Date())) },
];

function dialogAction(id: string, label: string, keys: readonly string[], open: (context: ActionContext, box: ActionBox) => void): Action<ActionContext> {
  return {
    id,
    label,
    keys,
    group: "edit",
    // A bare function key belongs to the browser while the canvas has not the focus.
    scope: "canvas",
    isEdit: true,
    enabled: (context) => target(context) !== null,
    run: (context) => {
      const box = target(context);
      if (box !== null) open(context, box);
    },
  };
}

function perform({ document, tell }: ActionContext, edit: Edit): void {
  if (document.perform(edit)) tell(edit.label, { canUndo: true });
}

function hasTargets(context: ActionContext): boolean {
  return targets(context).length > 0;
}

function isPinned(context: ActionContext): boolean {
  const { places } = context.document.overlay;
  const found = targets(context);
  return found.length > 0 && found.every(({ id }) => Object.hasOwn(places, id) && places[id]?.pinned === true);
}

function isCollapsed(context: ActionContext): boolean {
  const box = target(context);
  return box !== null && context.document.overlay.collapsed.includes(box.id);
}

/** Cards that are not meant, neither themselves nor by a frame around them. Frames go by themselves when they are empty. */
function otherBoxes(context: ActionContext): readonly ActionBox[] {
  const kept = new Set(targets(context).map(({ id }) => id));
  const { get, all } = context.boxes;
  return all().flatMap((id) => {
    const box = get(id);
    if (box === null || box.kind === "frame") return [];
    for (let around: ActionBox | null = box; around !== null; around = around.parent === null ? null : get(around.parent)) {
      if (kept.has(around.id)) return [];
    }
    return box;
  });
}

/** "Undo: Hide orders-db" */
function withLabel(verb: string, label: string | null): string {
  return label === null ? verb : `${verb}: ${label}`;
}

function tellOf(tell: ActionContext["tell"], verb: string, label: string | null): void {
  if (label !== null) tell(`${verb}: ${label}`);
}
