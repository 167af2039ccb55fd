import type { TerraformTypes } from "../../../../core/terraform-type";

export const gcpTerraformTypes: TerraformTypes = {};
