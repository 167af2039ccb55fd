import { describe, expect, test } from "vitest";
import { armId, isArmId, owningArmId, parentArmId, partOwner, resourceGroupId, resourceGroupName, subscriptionOf } from "./arm-id";

const group = "/subscriptions/8A1B/resourceGroups/Shop-RG";
const subnet = `${group}/providers/Microsoft.Network/virtualNetworks/v/subnets/s`;

describe("Azure resource ids", () => {
  test("compare without case", () => {
    expect(armId(`${group}/`)).toBe("/subscriptions/8a1b/resourcegroups/shop-rg");
    expect(isArmId("/Subscriptions/x")).toBe(true);
    expect(isArmId("https://x.vault.azure.net/secrets/a")).toBe(false);
  });

  test("a part means its owner", () => {
    const balancer = `${group}/providers/Microsoft.Network/loadBalancers/lb`;
    expect(owningArmId(`${balancer}/backendAddressPools/pool`)).toBe(armId(balancer));
    expect(owningArmId(`${group}/providers/Microsoft.Compute/virtualMachineScaleSets/x/networkInterfaces/n/ipConfigurations/i`)).toBe(
      armId(`${group}/providers/Microsoft.Compute/virtualMachineScaleSets/x/networkInterfaces/n`),
    );
    expect(owningArmId(subnet)).toBe(armId(subnet));
    expect(owningArmId(group)).toBe(armId(group));
    // a resource that is named like a part is none
    expect(owningArmId(`${group}/providers/Microsoft.Network/routeTables/routes`)).toBe(armId(`${group}/providers/Microsoft.Network/routeTables/routes`));
  });

  test("a child knows its parent, its group and its subscription", () => {
    expect(parentArmId(subnet)).toBe(armId(`${group}/providers/Microsoft.Network/virtualNetworks/v`));
    expect(parentArmId(`${group}/providers/Microsoft.Network/virtualNetworks/v`)).toBeNull();
    expect(resourceGroupId(subnet)).toBe(armId(group));
    expect(resourceGroupId(group)).toBeNull();
    expect(resourceGroupName(subnet)).toBe("Shop-RG");
    expect(subscriptionOf(subnet)).toBe("8a1b");
  });

  test("what stands behind a second /providers/ belongs to the resource before it", () => {
    const machine = `${group}/providers/Microsoft.Compute/virtualMachines/m`;
    expect(parentArmId(`${machine}/providers/Microsoft.Maintenance/configurationAssignments/c`)).toBe(armId(machine));
    expect(owningArmId(`${machine}/providers/microsoft.insights/diagnosticSettings/d`)).toBe(armId(machine));
    expect(owningArmId(`${group}/providers/Microsoft.Authorization/locks/l`)).toBe(armId(group));
    expect(parentArmId(`${group}/providers/Microsoft.Security/locations/westeurope/jitNetworkAccessPolicies/p`)).toBeNull();
  });

  test("a part, and a service that only holds settings, has an owner; a thing has none", () => {
    const account = `${group}/providers/Microsoft.Storage/storageAccounts/a`;
    expect(partOwner(`${account}/blobServices/default`)).toBe(armId(account));
    expect(partOwner(`${account}/blobServices/default/containers/c`)).toBeNull();
    expect(partOwner(`${group}/providers/Microsoft.Network/privateDnsZones/z/virtualNetworkLinks/l`)).toBe(armId(`${group}/providers/Microsoft.Network/privateDnsZones/z`));
    expect(partOwner(`${group}/providers/Microsoft.Compute/virtualMachineScaleSets/s/virtualMachines/0/networkInterfaces/n`)).toBe(armId(`${group}/providers/Microsoft.Compute/virtualMachineScaleSets/s`));
    expect(partOwner(subnet)).toBeNull();
    expect(partOwner(group)).toBeNull();
  });
});
