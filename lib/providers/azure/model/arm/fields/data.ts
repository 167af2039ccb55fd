import { from, to, type ArmField, type ArmFields } from "../field";

const key = to("properties.keyId", "encrypted-by");
const allowsSubnet: readonly ArmField[] = [from("properties.virtualNetworkSubnetId", "allows")];
const principals: readonly ArmField[] = [from("properties.accessPolicies[].objectId", "allows", { outside: false })];
const flexibleServer: readonly ArmField[] = [from("properties.sourceServerResourceId", "replicates-to")];
const copied: readonly ArmField[] = [
  from("properties.sourceDatabaseId", "replicates-to"),
  from("properties.sourceResourceId", "replicates-to"),
  to("properties.elasticPoolId", "depends-on"),
];

/** Databases, storage, messaging and analytics. */
export const dataFields: ArmFields = {
  "Microsoft.Sql/servers": [key],
  "Microsoft.Sql/servers/databases": copied,
  "Microsoft.Sql/managedInstances": [key],
  "Microsoft.Sql/managedInstances/databases": copied,
  "Microsoft.Sql/servers/virtualNetworkRules": allowsSubnet,
  "Microsoft.Sql/servers/failoverGroups": [to("properties.partnerServers[].id", "replicates-to")],
  "Microsoft.DBforPostgreSQL/servers": [from("properties.masterServerId", "replicates-to")],
  "Microsoft.DBforPostgreSQL/servers/virtualNetworkRules": allowsSubnet,
  "Microsoft.DBforPostgreSQL/flexibleServers": flexibleServer,
  "Microsoft.DBforMySQL/servers": [from("properties.masterServerId", "replicates-to")],
  "Microsoft.DBforMySQL/servers/virtualNetworkRules": allowsSubnet,
  "Microsoft.DBforMySQL/flexibleServers": flexibleServer,
  "Microsoft.DBforMariaDB/servers": [from("properties.masterServerId", "replicates-to")],
  "Microsoft.KeyVault/vaults": principals,
  "Microsoft.KeyVault/vaults/accessPolicies": principals,

  "Microsoft.EventHub/namespaces/eventhubs": [to("properties.captureDescription.destination.properties.storageAccountResourceId", "writes")],
  "Microsoft.EventGrid/systemTopics": [from("properties.source", "connects-to")],
  "Microsoft.EventGrid/systemTopics/eventSubscriptions": eventSubscription(),
  "Microsoft.EventGrid/topics/eventSubscriptions": eventSubscription(),
  "Microsoft.EventGrid/domains/eventSubscriptions": eventSubscription(),
  "Microsoft.EventGrid/eventSubscriptions": eventSubscription(),
  "Microsoft.Devices/IotHubs": [to("properties.routing.endpoints.storageContainers[].endpointUri", "writes")],

  "Microsoft.Databricks/workspaces": [to("properties.parameters.customVirtualNetworkId.value", "connects-to")],
  "Microsoft.Synapse/workspaces": [
    to("properties.defaultDataLakeStorage.accountUrl", "depends-on"),
    to("properties.defaultDataLakeStorage.resourceId", "depends-on"),
  ],
  "Microsoft.MachineLearningServices/workspaces": [to("properties.applicationInsights", "writes")],
  "Microsoft.RedHatOpenShift/openShiftClusters": [from("properties.clusterProfile.resourceGroupId", "managed-by")],
};

function eventSubscription(): readonly ArmField[] {
  return ["destination", "deliveryWithResourceIdentity.destination"]
    .map((path) => to(`properties.${path}.properties.resourceId`, "invokes"))
    .concat(["deadLetterDestination", "deadLetterWithResourceIdentity.deadLetterDestination"].map((path) => to(`properties.${path}.properties.resourceId`, "writes")));
}
