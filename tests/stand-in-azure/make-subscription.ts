import type { StandInSubscription } from "./start-azure";

/** A network with its subnet and an interface, and an identity that may do something in their group. */
export function makeSubscription(id: string, name: string): StandInSubscription {
  const group = `/subscriptions/${id}/resourceGroups/Shop`;
  const network = `${group}/providers/Microsoft.Network/virtualNetworks/main`;
  return {
    id,
    name,
    rows: {
      resources: [
        { id: network, name: "main", type: "microsoft.network/virtualnetworks", location: "westeurope", resourceGroup: "shop", subscriptionId: id, tags: { team: "shop" }, properties: { subnets: [{ id: `${network}/subnets/front`, name: "front", type: "Microsoft.Network/virtualNetworks/subnets", properties: { addressPrefix: "10.0.1.0/24" } }] } },
        { id: `${group}/providers/Microsoft.Network/networkInterfaces/nic1`, name: "nic1", type: "microsoft.network/networkinterfaces", location: "westeurope", resourceGroup: "shop", subscriptionId: id, properties: { ipConfigurations: [{ name: "one", properties: { subnet: { id: `${network}/subnets/front` } } }] } },
        { id: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/reader`, name: "reader", type: "microsoft.managedidentity/userassignedidentities", location: "westeurope", resourceGroup: "shop", subscriptionId: id, properties: { principalId: `principal-${id}` } },
      ],
      resourcecontainers: [
        { id: `/subscriptions/${id}`, name, type: "microsoft.resources/subscriptions", subscriptionId: id, properties: {} },
        { id: group, name: "Shop", type: "microsoft.resources/subscriptions/resourcegroups", location: "westeurope", subscriptionId: id, properties: { provisioningState: "Succeeded" } },
      ],
      authorizationresources: [
        { id: `${group}/providers/Microsoft.Authorization/roleAssignments/1`, name: "1", type: "microsoft.authorization/roleassignments", properties: { principalId: `principal-${id}`, scope: group, roleDefinitionId: "/x" } },
      ],
    },
  };
}
