import type { PlannedAction } from "../terraform-state/planned";
import type { ResourceChange } from "./plan-file";

/** What apply will do to something that is there afterwards; null: nothing. */
export function actionOf(change: ResourceChange["change"] | undefined): PlannedAction | null {
  const actions = new Set(change?.actions ?? []);
  if (actions.has("create")) return actions.has("delete") || actions.has("forget") ? "replace" : "create";
  if (actions.has("update")) return "update";
  return change?.importing === null || change?.importing === undefined ? null : "import";
}

/** Whether apply leaves nothing of it: it is destroyed, or Terraform forgets it. */
export function endOf(change: ResourceChange["change"]): "delete" | "forget" | null {
  const actions = change.actions ?? [];
  if (actions.length !== 1) return null;
  return actions[0] === "delete" || actions[0] === "forget" ? actions[0] : null;
}
