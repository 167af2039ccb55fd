import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { computeFixtures } from "./compute";
import { containerFixtures } from "./containers";
import { dataFixtures } from "./data";
import { managementFixtures } from "./management";
import { networkFixtures } from "./network";

/** One small estate in one project, which shows every row of the Google Cloud table. */
export const gcpFixtures: TerraformFixtures = {
  ...managementFixtures,
  ...networkFixtures,
  ...computeFixtures,
  ...containerFixtures,
  ...dataFixtures,
};
