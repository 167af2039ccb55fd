import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { balancingFixtures, computeFixtures, containerFixtures, functionFixtures } from "./compute";
import { bucketFixtures, databaseFixtures, storageFixtures } from "./data";
import { apiFixtures, deliveryFixtures, messagingFixtures } from "./integration";
import { analyticsFixtures, managementFixtures } from "./management";
import { networkFixtures } from "./network";
import { securityFixtures } from "./security";

/** One state of all families: they refer to each other. */
export const awsFixtures: TerraformFixtures = {
  ...networkFixtures,
  ...balancingFixtures,
  ...computeFixtures,
  ...functionFixtures,
  ...containerFixtures,
  ...bucketFixtures,
  ...storageFixtures,
  ...databaseFixtures,
  ...messagingFixtures,
  ...apiFixtures,
  ...deliveryFixtures,
  ...securityFixtures,
  ...managementFixtures,
  ...analyticsFixtures,
};
