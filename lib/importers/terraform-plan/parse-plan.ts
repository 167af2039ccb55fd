import { parseShow, unreadable } from "../terraform-show-state/parse-show";
import { planFile, type PlanFile } from "./plan-file";

const planAgain = "`terraform show -json tfplan > plan.json` prints it, where tfplan is what `terraform plan -out=tfplan` wrote";
const words = { what: "a Terraform plan as JSON", again: planAgain };

/** Bytes → a plan of format 0.1 to 1.x. Throws `CloudVizError` that names the problem and the way out. */
export function parsePlan(bytes: Uint8Array): PlanFile {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (isBinaryPlan(beginning)) throw unreadable(`This is a plan as Terraform keeps it for itself, which only Terraform can read. Import it as JSON: ${planAgain}.`);
  if (isEncrypted(beginning)) throw unreadable("This plan is encrypted (OpenTofu). Import it decrypted, as JSON: `tofu show -json tfplan > plan.json`.");
  if (isLog(beginning)) throw unreadable(`This is what \`terraform plan -json\` tells while it runs, not the plan. Import the plan itself as JSON: ${planAgain}.`);
  const plan = parseShow(bytes, planFile, words);
  if (plan.planned_values === undefined && plan.resource_changes === undefined) throw unreadable(`This is no Terraform plan: it does not say what there will be. Make the file again: ${planAgain}.`);
  return plan;
}

/** What `terraform plan -out` writes: a zip archive whose first entry is called tfplan. */
export function isBinaryPlan(head: string): boolean {
  return /^PK\u0003\u0004[\s\S]{0,60}tfplan/.test(head);
}

/** OpenTofu's encrypted plan has no more in common with a state than this. */
export function isEncrypted(head: string): boolean {
  return /^\s*\{"meta":\{/.test(head) && head.includes('"encrypted_data"') && !head.includes('"lineage"');
}

export function isLog(head: string): boolean {
  return /^\s*\{"@level":/.test(head) && /"(?:terraform|tofu)"/.test(head);
}
