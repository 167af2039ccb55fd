import type { TerraformAttributes, TerraformContext, TerraformTypes } from "./terraform-type";

/** What one instance tells of where it lives. Missing = it does not tell. */
export interface TerraformScope {
  account?: string | null;
  region?: string | null;
  partition?: string | null;
}

/**
 * What the Terraform engine asks of a cloud. The rules here are the usual way of the provider; a row of `types` overrides
 * them for its type. All of them see attributes whose secrets are removed, and none may throw on odd shapes.
 */
export interface TerraformProvider {
  /** The inventory's provider id: "aws", "azure", "gcp". */
  id: string;
  /** Starts of the Terraform type names that belong to it: `aws_`, `azurerm_`, `google_`. */
  prefixes: readonly string[];
  types: TerraformTypes;
  /**
   * What one instance says of account, region and partition by itself. Asked for every instance, `data` included, before
   * anything else; what the instances of one provider configuration agree on becomes the context of all of them.
   */
  scope(attributes: TerraformAttributes, type: string): TerraformScope;
  /** The cloud's own address, or null when the attributes do not hold it. */
  cloudId(attributes: TerraformAttributes, context: TerraformContext): string | null;
  /** null: the engine takes the name the resource has in Terraform. */
  name(attributes: TerraformAttributes): string | null;
  account(attributes: TerraformAttributes, context: TerraformContext): string;
  /** null for what is global. */
  region(attributes: TerraformAttributes, context: TerraformContext): string | null;
  zone(attributes: TerraformAttributes): string | null;
  /** Azure resource group; null elsewhere. */
  group(attributes: TerraformAttributes): string | null;
  tags(attributes: TerraformAttributes): Record<string, string>;
  /**
   * Other spellings under which attributes of other resources refer to it (raw id, self link, e-mail, host names). The
   * engine adds the raw `id`, the `arn`/`self_link` and `nameAlias(type, name)` by itself.
   */
  aliases(attributes: TerraformAttributes, context: TerraformContext): string[];
  /** Other spellings of a reference's target, most telling first, for clouds that write one id in several ways. */
  spellings?(target: string, context: TerraformContext): string[];
}
