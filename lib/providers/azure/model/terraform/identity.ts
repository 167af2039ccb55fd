import { valuesAt } from "../../../../core/resource/attribute-path";
import type { TerraformProvider } from "../../../../core/terraform/terraform-provider";
import type { TerraformAttributes } from "../../../../core/terraform/terraform-type";
import { resourceGroupName, subscriptionOf } from "../arm-id";
import { azureTerraformTypes } from "./index";
import { armIdOf, armTargets } from "./row";

/** How the Terraform providers of Azure write ids, places and tags. */
export const azureIdentity: TerraformProvider = {
  id: "azure",
  prefixes: ["azurerm_", "azuread_", "azapi_"],
  types: azureTerraformTypes,
  scope: (attributes) => ({ account: subscriptionIn(attributes), region: regionIn(attributes) }),
  cloudId: armIdOf,
  name: (attributes) => valuesAt(attributes, "name")[0] ?? null,
  account: (attributes, context) => subscriptionIn(attributes) ?? context.account,
  region: regionIn,
  zone: (attributes) => valuesAt(attributes, "zone")[0] ?? onlyOne(valuesAt(attributes, "zones[]")),
  group: (attributes) => groupIn(attributes),
  tags: (attributes) => tagsOf(attributes),
  aliases: () => [],
  spellings: armTargets,
};

function subscriptionIn(attributes: TerraformAttributes): string | null {
  return subscriptionOf(armIdOf(attributes) ?? "");
}

function groupIn(attributes: TerraformAttributes): string | null {
  const spelled = ["id", "resource_manager_id", "resource_id"].flatMap((path) => valuesAt(attributes, path)).map(resourceGroupName);
  return spelled.find((name) => name !== null) ?? valuesAt(attributes, "resource_group_name")[0] ?? null;
}

/** "West Europe" and "westeurope" are one place. */
function regionIn(attributes: TerraformAttributes): string | null {
  const location = valuesAt(attributes, "location")[0];
  if (location === undefined) return null;
  const region = location.toLowerCase().replaceAll(" ", "");
  return region === "global" ? null : region;
}

function tagsOf(attributes: TerraformAttributes): Record<string, string> {
  const tags = attributes["tags"];
  if (tags === null || typeof tags !== "object" || Array.isArray(tags)) return {};
  return Object.fromEntries(Object.entries(tags).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}

/** A thing in several zones is in none of them. */
function onlyOne(values: readonly string[]): string | null {
  return values.length === 1 ? (values[0] ?? null) : null;
}
