import type { Collected } from "../core/resource/collected";
import { hostileNames } from "./hostile-names";

/** One resource for every hostile name, in a network and subnets that are called so too; each refers to the next. */
export function hostileEstate(): Collected[] {
  const account = "100000000001";
  const place = { provider: "aws", account, region: "eu-west-1" };
  const subnets = hostileNames.filter((_, index) => index % 8 === 0);
  const network: Collected = {
    kind: "resource",
    collector: "scenario.hostile",
    resource: { ...place, id: "vpc-hostile", type: "AWS::EC2::VPC", name: hostileNames[5] ?? "" },
    aliases: [],
    refs: [],
  };
  const frames = subnets.map((name, index): Collected => ({
    kind: "resource",
    collector: "scenario.hostile",
    resource: { ...place, id: `subnet-${index}`, type: "AWS::EC2::Subnet", name },
    aliases: [],
    refs: [{ kind: "contains", target: "vpc-hostile", path: "VpcId", direction: "in" }],
  }));
  const machines = hostileNames.map((name, index): Collected => ({
    kind: "resource",
    collector: "scenario.hostile",
    resource: { ...place, id: `i-${index}-${name}`, type: "AWS::EC2::Instance", name, tags: { [name]: name }, properties: { note: name, [name]: [name] } },
    aliases: [`i-${index}`],
    refs: [
      { kind: "contains", target: `subnet-${index % subnets.length}`, path: "SubnetId", direction: "in" },
      { kind: "connects-to", target: `i-${(index + 1) % hostileNames.length}`, path: name },
    ],
  }));
  return [network, ...frames, ...machines];
}
