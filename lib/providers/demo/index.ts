import type { Collected } from "../../core/resource/collected";
import { awsEstate } from "./aws-estate";
import { azureEstate } from "./azure-estate";
import { azureNetwork } from "./azure-network";
import { gcpEstate } from "./gcp-estate";
import { gcpNetwork } from "./gcp-network";
import type { Moment } from "./thing";

export type { Moment } from "./thing";

/** Where the other clouds' tunnels end in AWS. */
const awsAddress = "203.0.113.200";

/**
 * Everything that Larkfield Outfitters, a shop that does not exist, runs in three clouds: about 250 resources, with ids as
 * the clouds give them. The two moments are a week apart. The same call always gives the same.
 */
export function demoEstate(moment: Moment): Collected[] {
  const azure = azureNetwork(awsAddress);
  const gcp = gcpNetwork(awsAddress);
  const far = {
    azure: { address: azure.address, gateway: azure.gateway.resource.id },
    gcp: { address: gcp.address, gateway: gcp.gateway.resource.id },
  };
  return [...awsEstate(moment, far), ...azureEstate(moment, azure), ...gcpEstate(moment, gcp)];
}
