import type { TerraformTypes } from "../../../../core/terraform-type";

export const azureTerraformTypes: TerraformTypes = {};
