import type { Collected } from "../../core/resource/collected";
import type { Importer, ImportFile, ImportedFile } from "../importer";
import { collectState } from "../terraform-state/collect-state";
import { showKindOf } from "../terraform-show-state/show-kind";
import { isBinaryPlan, isEncrypted, isLog, parsePlan } from "./parse-plan";
import { planNotices } from "./plan-notices";
import { plannedState, type PlannedState } from "./planned-state";

/** What `terraform show -json tfplan` and `tofu show -json tfplan` print, format versions 0.1 to 1.x: what will be after apply. */
export const terraformPlan: Importer = {
  id: "terraform-plan",
  label: "Terraform plan as JSON",
  command: "terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json",
  rank: "plan",
  recognizes: ({ head }) => isBinaryPlan(head) || isEncrypted(head) || isLog(head) || showKindOf(head) === "plan",
  read(file: ImportFile): ImportedFile {
    const plan = parsePlan(file.bytes);
    const planned = plannedState(plan);
    // A plan does not say which state it is of.
    return { identity: file.name, title: file.name, collected: collected(planned, planNotices(plan, planned), file.name) };
  },
};

async function* collected({ state }: PlannedState, notices: readonly string[], identity: string): AsyncGenerator<Collected> {
  for (const message of notices) yield { kind: "notice", message };
  yield* collectState(state, { collector: terraformPlan.id, identity });
}
