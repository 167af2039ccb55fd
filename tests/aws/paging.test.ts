import { expect, test } from "vitest";
import { pagedActions } from "./proxy-pages";
import { takeInventory } from "./take-inventory";

/** What differs between two readings of one estate is only when. */
function comparable({ resources, edges }: { resources: readonly { id: string }[]; edges: readonly { id: string }[] }): unknown {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { resources: [...resources].sort(byId), edges: [...edges].sort(byId) };
}

test.each([1, 2])("pages of %i give the same inventory as whole answers", async (pageSize) => {
  const whole = await takeInventory();
  const paged = await takeInventory({ pageSize });
  expect(comparable(paged.inventory)).toEqual(comparable(whole.inventory));
  expect(paged.inventory.resources.length).toBeGreaterThan(80);
  const asked = (calls: readonly string[], action: string) => calls.filter((call) => call === action).length;
  const unpaged = pagedActions.filter((action) => asked(whole.calls, action) === 0);
  expect(unpaged, "listings that were never asked for").toEqual([]);
  if (pageSize === 1) {
    // A region has one VPC, and a listener's only own rule fits a page: all others take several.
    const several = ["ec2:DescribeSubnets", "ec2:DescribeRouteTables", "ec2:DescribeNatGateways", "ec2:DescribeSecurityGroups", "ec2:DescribeNetworkInterfaces", "ec2:DescribeInstances", "ec2:DescribeVolumes", "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeRules", "iam:GetAccountAuthorizationDetails", "s3:ListAllMyBuckets"];
    for (const action of several) expect(asked(paged.calls, action), action).toBeGreaterThan(asked(whole.calls, action));
  }
});
