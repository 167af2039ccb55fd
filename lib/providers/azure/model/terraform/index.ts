import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { computeTypes } from "./compute";
import { databaseTypes } from "./database";
import { edgeTypes } from "./edge";
import { managementTypes } from "./management";
import { networkTypes } from "./network";
import { storageTypes } from "./storage";
import { webTypes } from "./web";

/** What the azurerm provider's resource types are, with the ones of azuread and azapi that stand beside them. */
export const azureTerraformTypes: TerraformTypes = {
  ...managementTypes,
  ...networkTypes,
  ...edgeTypes,
  ...computeTypes,
  ...databaseTypes,
  ...storageTypes,
  ...webTypes,
};
