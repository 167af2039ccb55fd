import { valuesAt } from "../../core/resource/attribute-path";
import type { Ref } from "../../core/resource/collected";
import type { TerraformAttributes, TerraformEnd, TerraformRef, TerraformRefsOf } from "../../core/terraform/terraform-type";
import type { Instance } from "./instance";

/** The references that a row of the table finds in an instance. */
export function typedRefs(row: { refs?: readonly TerraformRef[]; refsOf?: TerraformRefsOf }, instance: Instance): Ref[] {
  const refs = (row.refs ?? []).flatMap((rule) => refsOfRule(rule, instance));
  return row.refsOf ? [...refs, ...row.refsOf(instance.linked, instance.context)] : refs;
}

function refsOfRule(rule: TerraformRef, instance: Instance): Ref[] {
  if (rule.when && !rule.when(instance.linked)) return [];
  const targets = targetsAt(instance, rule.path, rule.pick);
  const { kind, direction } = rule.whenMany && targets.length > 1 ? rule.whenMany : rule;
  return targets.map((target) => {
    const ref: Ref = { kind, target, path: rule.path };
    if (rule.targetType !== undefined) ref.targetType = rule.targetType;
    if (direction !== undefined) ref.direction = direction;
    if (rule.certainty !== undefined) ref.certainty = rule.certainty;
    if (rule.outside !== undefined) ref.outside = rule.outside;
    return ref;
  });
}

/** What stands at the end of an association: the path that has a value, and its targets. */
export function endOf(end: TerraformEnd, instance: Instance): { path: string; targets: string[] } {
  for (const path of end.paths) {
    const targets = targetsAt(instance, path, end.pick);
    if (targets.length > 0) return { path, targets };
  }
  return { path: "", targets: [] };
}

/** A planned id is a target already: `pick` knows the spellings of the cloud. */
function targetsAt({ linked, plannedIds }: Instance, path: string, pick: ((value: string) => string[]) | undefined): string[] {
  const values = plannedIds.size === 0 ? valuesAt(linked, path) : valuesAt(linked, path).concat(listedAt(linked, path, plannedIds));
  return [...new Set(pick ? values.flatMap((value) => (plannedIds.has(value) ? [value] : pick(value))) : values)].filter((target) => target !== "");
}

/** A list of which nothing is known yet may hold a single planned id as it is. */
function listedAt(linked: TerraformAttributes, path: string, plannedIds: ReadonlySet<string>): string[] {
  return path.endsWith("[]") ? valuesAt(linked, path.slice(0, -2)).filter((value) => plannedIds.has(value)) : [];
}
