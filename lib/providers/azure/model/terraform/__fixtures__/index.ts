import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { computeFixtures } from "./compute";
import { databaseFixtures } from "./database";
import { edgeFixtures } from "./edge";
import { managementFixtures } from "./management";
import { networkFixtures } from "./network";
import { storageFixtures } from "./storage";
import { webFixtures } from "./web";

/** One small estate in one resource group, which shows every row of the Azure table. */
export const azureFixtures: TerraformFixtures = {
  ...managementFixtures,
  ...networkFixtures,
  ...edgeFixtures,
  ...computeFixtures,
  ...databaseFixtures,
  ...storageFixtures,
  ...webFixtures,
};
