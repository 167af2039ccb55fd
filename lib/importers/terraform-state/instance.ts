import type { TerraformProvider, TerraformScope } from "../../core/terraform/terraform-provider";
import type { TerraformAttributes, TerraformContext, TerraformType } from "../../core/terraform/terraform-type";
import type { TakenOut } from "../../secrets/without-secrets";
import type { ModuleStep } from "./instance-address";
import type { Planned } from "./planned";

/** One live object of a state, secrets removed. */
export interface Instance {
  /** Position among all instances. */
  index: number;
  mode: "managed" | "data";
  /** The Terraform type: `aws_subnet`. */
  type: string;
  /** Terraform's name for it, with count index or for_each key. */
  localName: string;
  address: string;
  configAddress: string;
  modules: readonly ModuleStep[];
  /** Count index or for_each key as text; null for a single instance. */
  indexKey: string | null;
  /** `provider["registry.terraform.io/hashicorp/aws"].west`: instances that share it share account and region. */
  providerConfig: string;
  attributes: TerraformAttributes;
  /** The attributes as references are read from them: in a plan, what is not known yet holds the ids of what it will name. */
  linked: TerraformAttributes;
  /** The ids that stand in `linked` alone. */
  plannedIds: ReadonlySet<string>;
  /** null: not from a plan. */
  planned: Planned | null;
  takenOut: readonly TakenOut[];
  /** Configuration addresses. */
  dependencies: readonly string[];
  /** null for a cloud without a table. */
  provider: TerraformProvider | null;
  providerId: string;
  /** null: not in the table; drawn as it is. */
  row: TerraformType | null;
  /** What the configuration of its provider says. */
  scope: TerraformScope;
  context: TerraformContext;
}
