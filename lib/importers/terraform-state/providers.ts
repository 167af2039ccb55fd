import type { TerraformProvider } from "../../core/terraform/terraform-provider";
import type { TerraformType } from "../../core/terraform/terraform-type";
import { awsIdentity } from "../../providers/aws/model/terraform/identity";
import { azureIdentity } from "../../providers/azure/model/terraform/identity";
import { gcpIdentity } from "../../providers/gcp/model/terraform/identity";

const providers: readonly TerraformProvider[] = [awsIdentity, azureIdentity, gcpIdentity];

const hidden: TerraformType = { as: "hidden" };

/** Helpers of a configuration and readers of other files: no things in a cloud. */
const hiddenPrefixes = ["random_", "null_", "time_", "local_", "archive_", "tls_", "terraform_", "template_", "external", "http", "cloudinit_", "assert_"];

export function providerOf(type: string): TerraformProvider | null {
  return providers.find(({ prefixes }) => prefixes.some((prefix) => type.startsWith(prefix))) ?? null;
}

/** The table's row of a Terraform type; null when no table has it. */
export function rowOf(type: string, provider: TerraformProvider | null): TerraformType | null {
  // Type names come from a file: "constructor" must not find Object's.
  if (provider !== null) return Object.hasOwn(provider.types, type) ? (provider.types[type] ?? null) : null;
  return hiddenPrefixes.some((prefix) => type.startsWith(prefix)) ? hidden : null;
}

/** `provider["registry.terraform.io/hashicorp/oci"]` or `provider.oci` → "oci"; else the start of the type's name. */
export function providerName(address: string, type: string): string {
  const source = /provider\["?([^"\]]+)"?\]/.exec(address)?.[1] ?? /provider\.\s*([\w-]+)/.exec(address)?.[1];
  const name = source?.split("/").at(-1)?.trim();
  return name ? name : (type.split("_")[0] ?? type);
}
