import type { TerraformTypes } from "../../../../core/terraform-type";
import { awsNetwork } from "./network";

export const awsTerraformTypes: TerraformTypes = { ...awsNetwork };
