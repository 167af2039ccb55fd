import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { accessTypes } from "./access";
import { containerTypes } from "./containers";
import { dataTypes } from "./data";
import { loadBalancingTypes } from "./load-balancing";
import { machineTypes } from "./machines";
import { managementTypes } from "./management";
import { networkTypes } from "./network";

/** What the google provider's resource types are; google-beta gives them the same names. */
export const gcpTerraformTypes: TerraformTypes = {
  ...managementTypes,
  ...networkTypes,
  ...machineTypes,
  ...loadBalancingTypes,
  ...containerTypes,
  ...dataTypes,
  ...accessTypes,
};
