import type { Action } from "../../commands/action";
import { target, type ActionContext, type Likeness } from "./action-context";

export const selectActions: readonly Action<ActionContext>[] = [
  { id: "select-all", label: "Select everything shown", keys: ["mod+a"], group: "select", scope: "canvas", run: ({ boxes, set }) => set.selection(boxes.all()) },
  { id: "select-none", label: "Select nothing", group: "select", enabled: ({ selection }) => selection.length > 0, run: ({ set }) => set.selection([]) },
  selectAlike("select-same-type", "Select all of this type", "type"),
  selectAlike("select-same-tags", "Select all with these tags", "tags"),
  selectAlike("select-same-group", "Select all in this group", "group"),
];

function selectAlike(id: string, label: string, by: Likeness): Action<ActionContext> {
  return {
    id,
    label,
    group: "select",
    enabled: (context) => target(context)?.kind === "card",
    run: async (context) => {
      const box = target(context);
      if (box !== null) context.set.selection(await context.boxes.alike(box.id, by));
    },
  };
}
