import type { CollectedResource } from "../../core/resource/collected";
import { hex, thing, type Traits } from "./thing";

/** One account in one region. */
export interface AwsPlace {
  account: string;
  region: string;
  env: string;
  team: string;
}

/** The parts of an ARN that go with a type: service, and the words before the id. */
const ec2Kinds = {
  "AWS::EC2::VPC": "vpc/vpc",
  "AWS::EC2::Subnet": "subnet/subnet",
  "AWS::EC2::RouteTable": "route-table/rtb",
  "AWS::EC2::InternetGateway": "internet-gateway/igw",
  "AWS::EC2::NatGateway": "natgateway/nat",
  "AWS::EC2::EIP": "elastic-ip/eipalloc",
  "AWS::EC2::SecurityGroup": "security-group/sg",
  "AWS::EC2::Instance": "instance/i",
  "AWS::EC2::Volume": "volume/vol",
  "AWS::EC2::Snapshot": "snapshot/snap",
  "AWS::EC2::LaunchTemplate": "launch-template/lt",
  "AWS::EC2::VPCEndpoint": "vpc-endpoint/vpce",
  "AWS::EC2::VPCPeeringConnection": "vpc-peering-connection/pcx",
  "AWS::EC2::VPNGateway": "vpn-gateway/vgw",
  "AWS::EC2::VPNConnection": "vpn-connection/vpn",
  "AWS::EC2::CustomerGateway": "customer-gateway/cgw",
} as const;

export type Ec2Type = keyof typeof ec2Kinds;

/** Things of EC2, whose ids are 17 hexadecimal digits. */
export function ec2(place: AwsPlace, type: Ec2Type, name: string, traits: Traits = {}): CollectedResource {
  const id = `${ec2Kinds[type]}-0${hex(`${place.account}/${place.region}/${type}/${name}`, 16)}`;
  return aws(place, type, `ec2:${id}`, name, traits);
}

/** `address` is `service:resource`; `service::resource` leaves out the region, `service:::resource` the account as well. */
export function aws(place: AwsPlace, type: string, address: string, name: string, traits: Traits = {}): CollectedResource {
  const { account, region } = place;
  const global = /^(iam|cloudfront|route53)$/.test(serviceOf(address));
  return thing(
    { provider: "aws", type, id: arn(place, address), name, account, region: global ? null : region },
    { tags: { Name: name, env: place.env, team: place.team }, ...traits },
  );
}

export function arn({ account, region }: AwsPlace, address: string): string {
  const service = serviceOf(address);
  const rest = address.slice(service.length);
  if (rest.startsWith(":::")) return `arn:aws:${service}${rest}`;
  if (rest.startsWith("::")) return `arn:aws:${service}::${account}:${rest.slice(2)}`;
  return `arn:aws:${service}:${region}:${account}${rest}`;
}

/** The 16 digits that end the ARN of a load balancer and what belongs to it. */
export function balancerId(place: AwsPlace, name: string): string {
  return hex(`${place.account}/${place.region}/elb/${name}`, 16);
}

function serviceOf(address: string): string {
  return address.split(":")[0] ?? address;
}
