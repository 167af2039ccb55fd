import { z } from "zod";
import type { JsonObject } from "../../core/json";
import { wrongShape } from "../terraform-state/wrong-shape";
import type { StateBlock, StateInstance } from "../terraform-state/state-file";
import { unreadable } from "./parse-show";
import { sensitivePaths } from "./sensitive-mask";

/** Only a shallow check: values differ by provider and nest without limit. */
export const jsonObjectShape = z.custom<JsonObject>((value) => value !== null && typeof value === "object" && !Array.isArray(value), "expected an object");

const resource = z.object({
  mode: z.enum(["managed", "data"]),
  type: z.string().min(1),
  name: z.string(),
  index: z.union([z.string(), z.number()]).nullish(),
  provider_name: z.string().nullish(),
  values: jsonObjectShape.nullish(),
  sensitive_values: z.unknown().optional(),
  depends_on: z.array(z.string()).nullish(),
  tainted: z.boolean().nullish(),
  deposed_key: z.string().nullish(),
});
export type ShowResource = z.infer<typeof resource>;

const showModule = z.object({ address: z.string().nullish(), resources: z.array(resource).nullish(), child_modules: z.array(z.unknown()).nullish() });

/** `values`, `planned_values` and what else holds a tree of modules. */
export const showValues = z.object({ root_module: z.unknown().optional() });

/** A resource and the address of the module that it is in, "" for the root. */
export interface PlacedResource {
  module: string;
  resource: ShowResource;
}

/** All resources of a tree of modules, the outer modules first. No recursion: a file may nest as deeply as it likes. */
export function resourcesOf(values: z.infer<typeof showValues> | null | undefined): PlacedResource[] {
  const found: PlacedResource[] = [];
  const open: unknown[] = [values?.root_module ?? {}];
  for (const content of open) {
    const parsed = showModule.safeParse(content);
    if (!parsed.success) throw unreadable(`A module in this output of \`terraform show -json\` has a part of the wrong shape ${wrongShape(parsed.error)}. Make the file again with \`terraform show -json\`.`);
    const { address, resources, child_modules: children } = parsed.data;
    for (const one of resources ?? []) found.push({ module: address ?? "", resource: one });
    for (const child of children ?? []) open.push(child);
  }
  return found;
}

/** As a state has it. `relative`: Terraform 0.12 wrote dependencies as seen from their own module. */
export function blockOf({ module, resource: one }: PlacedResource, relative: boolean): StateBlock & { instances: [StateInstance] } {
  const values = one.values ?? {};
  const instance: StateInstance = {
    index_key: one.index,
    status: one.tainted === true ? "tainted" : null,
    deposed: one.deposed_key,
    attributes: values,
    sensitive_attributes: sensitivePaths(one.sensitive_values, values),
    ...(relative ? { depends_on: one.depends_on } : { dependencies: one.depends_on }),
  };
  return { module, mode: one.mode, type: one.type, name: one.name, provider: `provider["${one.provider_name ?? ""}"]`, instances: [instance] };
}

export function hasRelativeDependencies(terraformVersion: string | null | undefined): boolean {
  return /^0\.1[0-2]\./.test(terraformVersion ?? "");
}
