import { describe, expect, test } from "vitest";
import { armId, isArmId, owningArmId, parentArmId, resourceGroupId, resourceGroupName, subscriptionOf } from "./arm-id";

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
});
