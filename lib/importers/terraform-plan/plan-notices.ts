import { plannedWords, type PlannedAction } from "../terraform-state/planned";
import { actionOf, endOf } from "./planned-action";
import type { PlanFile } from "./plan-file";
import type { PlannedState } from "./planned-state";

/** What the person should know of a plan: what apply will do, and what the drawing cannot show. */
export function planNotices(plan: PlanFile, { state, untraced }: PlannedState): string[] {
  const notices: string[] = [];
  const changes = (plan.resource_changes ?? []).filter(({ mode, deposed }) => mode !== "data" && !deposed).map(({ change }) => change);
  const actions = changes.map(actionOf);
  const told = (Object.keys(plannedWords) as PlannedAction[]).flatMap((action) => {
    const count = actions.filter((one) => one === action).length;
    return count === 0 ? [] : [`${count} ${plannedWords[action]}`];
  });
  if (told.length > 0) notices.push(`This is what there will be after apply: ${told.join(", ")}. The filter property.plannedAction:* finds them.`);
  else if ((state.resources ?? []).length > 0) notices.push("The plan changes nothing: this is what there is.");
  const deleted = changes.filter((change) => endOf(change) === "delete").length;
  const forgotten = changes.filter((change) => endOf(change) === "forget").length;
  if (deleted > 0) notices.push(`${deleted} ${deleted === 1 ? "resource is" : "resources are"} left out: apply destroys ${deleted === 1 ? "it" : "them"}.`);
  if (forgotten > 0) notices.push(`${forgotten} ${forgotten === 1 ? "resource is" : "resources are"} left out: Terraform will no longer manage ${forgotten === 1 ? "it" : "them"}, and destroys nothing.`);
  if (plan.errored === true) notices.push("Terraform could not finish this plan: what it did not come to is missing.");
  const deferred = plan.deferred_changes?.length ?? 0;
  if (deferred > 0) notices.push(`${deferred} ${deferred === 1 ? "change is" : "changes are"} put off to a later plan and left out.`);
  if (untraced > 0) notices.push(`${untraced} ${untraced === 1 ? "resource takes" : "resources take"} something from local values, which a plan does not explain: some of their lines show only after apply.`);
  if ((state.resources ?? []).length === 0) notices.push("After apply there will be no resources.");
  return notices;
}
