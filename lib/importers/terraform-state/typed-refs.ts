import { valuesAt } from "../../core/resource/attribute-path";
import type { Ref } from "../../core/resource/collected";
import type { TerraformAttributes, TerraformEnd, TerraformRef, TerraformRefsOf } from "../../core/terraform/terraform-type";
import type { Instance } from "./instance";

/** The references that a row of the table finds in an instance. */
export function typedRefs(row: { refs?: readonly TerraformRef[]; refsOf?: TerraformRefsOf }, instance: Instance): Ref[] {
  const refs = (row.refs ?? []).flatMap((rule) => refsOfRule(rule, instance.attributes));
  return row.refsOf ? [...refs, ...row.refsOf(instance.attributes, instance.context)] : refs;
}

function refsOfRule(rule: TerraformRef, attributes: TerraformAttributes): Ref[] {
  if (rule.when && !rule.when(attributes)) return [];
  const targets = targetsAt(attributes, rule.path, rule.pick);
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
export function endOf(end: TerraformEnd, attributes: TerraformAttributes): { path: string; targets: string[] } {
  for (const path of end.paths) {
    const targets = targetsAt(attributes, path, end.pick);
    if (targets.length > 0) return { path, targets };
  }
  return { path: "", targets: [] };
}

function targetsAt(attributes: TerraformAttributes, path: string, pick: ((value: string) => string[]) | undefined): string[] {
  const values = valuesAt(attributes, path);
  return [...new Set(pick ? values.flatMap(pick) : values)].filter((target) => target !== "");
}
