import { expect, test } from "vitest";
import { interfaceOwner } from "./interface-owner";

const place = { partition: "aws", region: "eu-west-1", account: "123456789012" };

test.each([
  ["Interface for NAT Gateway nat-0a1b2c3d", "nat-0a1b2c3d", undefined],
  ["ELB app/web/50dc6c495c0c9188", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188", undefined],
  ["ELB net/inner/50dc6c495c0c9188", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/inner/50dc6c495c0c9188", undefined],
  ["ELB old-one", "old-one", "AWS::ElasticLoadBalancing::LoadBalancer"],
  ["VPC Endpoint Interface vpce-0a1b2c3d", "vpce-0a1b2c3d", undefined],
  ["AWS Lambda VPC ENI-my-fn-6ff7d2b2-0c1e-4d2a-9c3b-2f6a8c1d3e4f", "my-fn", "AWS::Lambda::Function"],
  ["EFS mount target for fs-0a1b2c3d (fsmt-0a1b2c3d)", "fs-0a1b2c3d", undefined],
  ["ES search-logs", "search-logs", "AWS::OpenSearchService::Domain"],
])("%s belongs to %s", (description, target, targetType) => {
  const ref = interfaceOwner(description, place);
  expect(ref).toMatchObject({ kind: "managed-by", target, path: "Description", certainty: "derived" });
  expect(ref?.targetType).toBe(targetType);
});

test.each(["", "RDSNetworkInterface", "Interface for NAT Gateway nat-0a1 and more", "ELB app/a b/50dc6c495c0c9188", "<script>ELB app/x/1</script>"])("%j says nothing of its owner", (description) => {
  expect(interfaceOwner(description, place)).toBeNull();
});
