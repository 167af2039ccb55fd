import type { TerraformProvider } from "../../../../core/terraform-provider";
import { azureTerraformTypes } from "./index";

export const azureIdentity: TerraformProvider = {
  id: "azure",
  prefixes: ["azurerm_"],
  types: azureTerraformTypes,
  scope: () => ({}),
  id: () => null,
  name: () => null,
  account: (_, context) => context.account,
  region: (_, context) => context.region,
  zone: () => null,
  group: () => null,
  tags: () => ({}),
  aliases: () => [],
};
