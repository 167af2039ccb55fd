/** One thing in a stand-in account, enough of it to be found and linked. */
export interface Thing {
  kind: "vpc" | "subnet" | "instance";
  region: string;
  id: string;
  /** The VPC of a subnet, the subnet of an instance. */
  parent: string | null;
}

/** In each region `vpcs` networks, each with two subnets, each with three instances: 9 things a VPC. */
export function makeEstate(regions: readonly string[], vpcs = 2): Thing[] {
  return regions.flatMap((region) => counted(vpcs).flatMap((number) => network(region, `${region}-${number}`)));
}

function network(region: string, name: string): Thing[] {
  const vpc: Thing = { kind: "vpc", region, id: `vpc-${name}`, parent: null };
  const subnets = counted(2).map((number): Thing => ({ kind: "subnet", region, id: `subnet-${name}-${number}`, parent: vpc.id }));
  const instances = subnets.flatMap(({ id }) => counted(3).map((number): Thing => ({ kind: "instance", region, id: `i-${id.slice("subnet-".length)}-${number}`, parent: id })));
  return [vpc, ...subnets, ...instances];
}

function counted(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function arnOf(account: string, { kind, region, id }: Thing): string {
  return `arn:aws:ec2:${region}:${account}:${kind}/${id}`;
}
