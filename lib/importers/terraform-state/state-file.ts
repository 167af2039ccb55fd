import { z } from "zod";
import type { JsonObject } from "../../core/json";
import type { TerraformScope } from "../../core/terraform/terraform-provider";
import type { Planned } from "./planned";

/** Only a shallow check: attributes differ by provider and nest without limit, so nothing may recurse into them here. */
const attributes = z.custom<JsonObject>((value) => value !== null && typeof value === "object" && !Array.isArray(value), "expected an object");

const instance = z.object({
  index_key: z.union([z.string(), z.number()]).nullish(),
  status: z.string().nullish(),
  deposed: z.string().nullish(),
  attributes: attributes.nullish(),
  attributes_flat: attributes.nullish(),
  sensitive_attributes: z.array(z.unknown()).nullish(),
  dependencies: z.array(z.string()).nullish(),
  depends_on: z.array(z.string()).nullish(),
});

const block = z.object({
  module: z.string().nullish(),
  mode: z.enum(["managed", "data"]),
  type: z.string().min(1),
  name: z.string(),
  provider: z.string().nullish(),
  instances: z.array(instance).nullish(),
});

/** A Terraform state, format version 4, as far as it is read: outputs and check results never are. */
export const stateFile = z.object({
  version: z.literal(4),
  terraform_version: z.string().nullish(),
  lineage: z.string().nullish(),
  resources: z.array(block).nullish(),
});

/** What the engine reads: a state as it was pulled, or what another file was turned into. */
export interface StateFile extends Omit<z.infer<typeof stateFile>, "version" | "resources"> {
  resources?: readonly StateBlock[] | null;
}

export interface StateBlock extends Omit<z.infer<typeof block>, "instances"> {
  instances?: readonly StateInstance[] | null;
  /** What the configuration of its provider says. */
  scope?: TerraformScope;
}

export interface StateInstance extends z.infer<typeof instance> {
  planned?: Planned;
}
