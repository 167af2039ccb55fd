import type { TerraformProvider } from "../../../../core/terraform-provider";
import { gcpTerraformTypes } from "./index";

export const gcpIdentity: TerraformProvider = {
  id: "gcp",
  prefixes: ["google_"],
  types: gcpTerraformTypes,
  scope: () => ({}),
  cloudId: () => null,
  name: () => null,
  account: (_, context) => context.account,
  region: (_, context) => context.region,
  zone: () => null,
  group: () => null,
  tags: () => ({}),
  aliases: () => [],
};
