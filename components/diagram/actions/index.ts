import type { Action } from "../../commands/action";
import type { KeyHelp } from "../../commands/action-registry";
import type { ActionContext } from "./action-context";
import { arrangeActions } from "./arrange-actions";
import { editActions } from "./edit-actions";
import { exploreActions } from "./explore-actions";
import { selectActions } from "./select-actions";
import { viewActions } from "./view-actions";

/** Everything that can be done with a diagram: toolbar, menus, shortcuts, palette and the shortcut sheet read this one table. */
export const actions: readonly Action<ActionContext>[] = [...viewActions, ...exploreActions, ...selectActions, ...editActions, ...arrangeActions].map(forReaders);

/** Keys that the canvas itself handles. */
export const canvasKeys: readonly KeyHelp[] = [
  { label: "To the next box in that direction; while editing, move the selection by 8 px", keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], group: "explore" },
  { label: "While editing, move the selection by 32 px", keys: ["shift+ArrowLeft", "shift+ArrowRight", "shift+ArrowUp", "shift+ArrowDown"], group: "edit" },
  { label: "Hold and drag: move the view", keys: ["Space"], group: "view" },
];

/** What the context menu of a box has, and that of the empty canvas. A null is a line between two parts. */
export const boxMenu = [
  "details", "neighbourhood", "fit-selection", null,
  "toggle-collapsed", "rename", "note", null,
  "toggle-pinned", "position", null,
  "select-same-type", "select-same-tags", "select-same-group", null,
  "hide", "hide-others",
] as const;

export const canvasMenu = [
  "fit-all", "zoom-to-100", "find", "select-all", null,
  "undo", "redo", null,
  "show-hidden", "orphans", "mark-seen", null,
  "relayout-all", "relayout-mine", "relayout-new", null,
  "share", "export", "print",
] as const;

/** People who may only look have no edits. */
function forReaders(action: Action<ActionContext>): Action<ActionContext> {
  if (action.isEdit !== true) return action;
  return { ...action, enabled: (context) => !context.isReadOnly && (action.enabled?.(context) ?? true) };
}
