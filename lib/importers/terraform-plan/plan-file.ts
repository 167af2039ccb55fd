import { z } from "zod";
import { jsonObjectShape, showValues } from "../terraform-show-state/show-module";
import { planVariables, providerConfigs } from "./configuration/provider-scopes";

const resourceChange = z.object({
  module_address: z.string().nullish(),
  mode: z.string().nullish(),
  type: z.string(),
  name: z.string(),
  index: z.union([z.string(), z.number()]).nullish(),
  deposed: z.string().nullish(),
  change: z.object({
    actions: z.array(z.string()).nullish(),
    // True or false for a resource that is unknown as a whole, or not at all.
    after_unknown: z.union([jsonObjectShape, z.boolean()]).nullish(),
    after_sensitive: z.unknown().optional(),
    importing: z.unknown().optional(),
  }),
});
export type ResourceChange = z.infer<typeof resourceChange>;

/** A plan as `terraform show -json tfplan` prints it, as far as it is read: outputs and drift never are. */
export const planFile = z.object({
  terraform_version: z.string().nullish(),
  variables: planVariables,
  planned_values: showValues.nullish(),
  resource_changes: z.array(resourceChange).nullish(),
  deferred_changes: z.array(z.unknown()).nullish(),
  prior_state: z.object({ terraform_version: z.string().nullish(), values: showValues.nullish() }).nullish(),
  configuration: z.object({ provider_config: providerConfigs, root_module: z.unknown().optional() }).nullish(),
  errored: z.boolean().nullish(),
});
export type PlanFile = z.infer<typeof planFile>;
