import { typeOfAddress } from "../../../../../catalogue";
import type { ArmField } from "../field";

type Meaning = Pick<ArmField, "kind" | "direction" | "outside">;

/** What a reference to a resource of this type means where no table has the field itself. Types in lower case. */
const meanings = new Map<string, Meaning>([
  ["microsoft.network/virtualnetworks/subnets", { kind: "contains", direction: "in" }],
  ["microsoft.network/virtualnetworks", { kind: "connects-to" }],
  ["microsoft.network/networksecuritygroups", { kind: "secured-by" }],
  ["microsoft.network/applicationsecuritygroups", { kind: "secured-by" }],
  ["microsoft.network/ddosprotectionplans", { kind: "secured-by" }],
  ["microsoft.network/applicationgatewaywebapplicationfirewallpolicies", { kind: "secured-by" }],
  ["microsoft.network/frontdoorwebapplicationfirewallpolicies", { kind: "secured-by" }],
  ["microsoft.network/routetables", { kind: "routes-to" }],
  ["microsoft.network/natgateways", { kind: "routes-to" }],
  ["microsoft.network/privateendpoints", { kind: "connects-to", direction: "in" }],
  ["microsoft.compute/diskencryptionsets", { kind: "encrypted-by" }],
  ["microsoft.compute/diskaccesses", { kind: "secured-by" }],
  ["microsoft.keyvault/vaults/keys", { kind: "encrypted-by" }],
  ["microsoft.managedidentity/userassignedidentities", { kind: "assumes" }],
  ["microsoft.operationalinsights/workspaces", { kind: "writes" }],
  ["microsoft.insights/actiongroups", { kind: "invokes" }],
]);

export function meaningOfTarget(id: string): Meaning {
  return meanings.get(typeOfAddress(id)?.toLowerCase() ?? "") ?? { kind: "depends-on" };
}
