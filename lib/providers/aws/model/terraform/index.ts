import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { awsBalancing } from "./balancing";
import { awsCompute, awsFunctions } from "./compute";
import { awsContainers } from "./containers";
import { awsDataStores, awsRelational } from "./database";
import { awsDelivery } from "./delivery";
import { awsApis, awsMessaging } from "./integration";
import { awsAnalytics, awsManagement, awsScaling } from "./management";
import { awsConnectivity, awsNetwork, awsSecurityGroups } from "./network";
import { awsIdentities, awsProtection } from "./security";
import { awsBuckets, awsStorage } from "./storage";

/** Every Terraform type of AWS that CloudViz knows. */
export const awsTerraformTypes: TerraformTypes = {
  ...awsNetwork,
  ...awsSecurityGroups,
  ...awsConnectivity,
  ...awsBalancing,
  ...awsCompute,
  ...awsFunctions,
  ...awsContainers,
  ...awsBuckets,
  ...awsStorage,
  ...awsRelational,
  ...awsDataStores,
  ...awsMessaging,
  ...awsApis,
  ...awsIdentities,
  ...awsProtection,
  ...awsDelivery,
  ...awsManagement,
  ...awsAnalytics,
  ...awsScaling,
};
