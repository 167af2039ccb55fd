import type { Action } from "../../commands/action";
import { relayoutEdit, type RelayoutMode } from "../document/edits/place-edits";
import type { ActionContext } from "./action-context";

const layouts = [
  { id: "hierarchical", label: "Layout: hierarchical", keys: "l h" },
  { id: "force", label: "Layout: force", keys: "l f" },
  { id: "circular", label: "Layout: circular", keys: "l c" },
  { id: "grid", label: "Layout: grid", keys: "l g" },
] as const;

const hasPlaces = ({ document }: ActionContext) => Object.keys(document.overlay.places).length > 0;

export const arrangeActions: readonly Action<ActionContext>[] = [
  ...layouts.map(
    ({ id, label, keys }): Action<ActionContext> => ({
      id: `layout-${id}`,
      label,
      keys: [keys],
      group: "arrange",
      enabled: (context) => context.layouts.includes(id),
      checked: (context) => context.layout === id,
      run: ({ set }) => set.layout(id),
    }),
  ),
  relayout("relayout-all", "Lay out everything anew", "all", hasPlaces),
  relayout("relayout-mine", "Lay out anew, keep what is pinned", "mine", hasPlaces),
  relayout("relayout-new", "Lay out only what is new", "new", () => true),
];

function relayout(id: string, label: string, mode: RelayoutMode, enabled: (context: ActionContext) => boolean): Action<ActionContext> {
  return {
    id,
    label,
    group: "arrange",
    isEdit: true,
    enabled,
    run: ({ document, boxes, tell }) => {
      const edit = relayoutEdit(document.overlay, mode, boxes.standing);
      if (document.perform(edit)) tell(edit.label, { canUndo: true });
      else tell("Everything has its place already");
    },
  };
}
