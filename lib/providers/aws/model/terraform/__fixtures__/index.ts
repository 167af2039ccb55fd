import type { TerraformFixtures } from "../../../../../core/terraform-fixture";
import { networkFixtures } from "./network";

/** One state of all families: they refer to each other. */
export const awsFixtures: TerraformFixtures = { ...networkFixtures };
