import type { CollectedResource } from "../../core/resource/collected";
import { ec2, type AwsPlace } from "./aws";
import { inside, to } from "./thing";

export interface AwsNetwork {
  vpc: CollectedResource;
  public: CollectedResource[];
  app: CollectedResource[];
  data: CollectedResource[];
  privateRoutes: CollectedResource;
  items: CollectedResource[];
}

/** A VPC with public, application and data subnets in two zones, and a NAT gateway in each of the first `nats` zones. */
export function awsNetwork(place: AwsPlace, name: string, net: string, nats: number): AwsNetwork {
  const vpc = ec2(place, "AWS::EC2::VPC", name, { state: "available", properties: { cidrBlock: `${net}.0.0/16`, isDefault: false } });
  const subnets = (tier: string, start: number): CollectedResource[] =>
    ["a", "b"].map((zone, index) =>
      ec2(place, "AWS::EC2::Subnet", `${name}-${tier}-${zone}`, {
        state: "available",
        zone: place.region + zone,
        properties: { cidrBlock: `${net}.${start + index}.0/24`, mapPublicIpOnLaunch: tier === "public" },
        links: [inside(vpc, "VpcId")],
      }),
    );
  const [open, app, data] = [subnets("public", 0), subnets("app", 16), subnets("data", 32)];
  const gateway = ec2(place, "AWS::EC2::InternetGateway", `${name}-igw`, { links: [to("connects-to", vpc, "Attachments[].VpcId")] });
  const outlets = open.slice(0, nats).flatMap((subnet, index) => {
    const address = ec2(place, "AWS::EC2::EIP", `${name}-nat-${index + 1}`, { properties: { publicIp: `203.0.113.${outletIp(place, index)}`, domain: "vpc" } });
    return [ec2(place, "AWS::EC2::NatGateway", `${name}-nat-${index + 1}`, {
      state: "available",
      links: [inside(subnet, "SubnetId"), to("depends-on", address, "NatGatewayAddresses[].AllocationId")],
    }), address];
  });
  const [firstOutlet] = outlets;
  const publicRoutes = ec2(place, "AWS::EC2::RouteTable", `${name}-public`, { links: [inside(vpc, "VpcId"), to("routes-to", gateway, "Routes[].GatewayId")] });
  const privateRoutes = ec2(place, "AWS::EC2::RouteTable", `${name}-private`, {
    links: [inside(vpc, "VpcId"), firstOutlet ? to("routes-to", firstOutlet, "Routes[].NatGatewayId") : null],
  });
  for (const subnet of open) subnet.refs.push(to("depends-on", publicRoutes, "RouteTable.Associations[].SubnetId"));
  for (const subnet of [...app, ...data]) subnet.refs.push(to("depends-on", privateRoutes, "RouteTable.Associations[].SubnetId"));
  const items = [vpc, gateway, ...open, ...app, ...data, ...outlets, publicRoutes, privateRoutes];
  return { vpc, public: open, app, data, privateRoutes, items };
}

/** Documentation addresses, apart for every place. */
function outletIp(place: AwsPlace, index: number): number {
  return (place.region === "us-east-1" ? 20 : 10) + (place.env === "staging" ? 20 : 0) + index;
}

/** A site-to-site VPN from the network to the other clouds: one connection a far end. */
export function awsVpn(place: AwsPlace, network: AwsNetwork, far: readonly { name: string; address: string; connectsTo: string }[]): CollectedResource[] {
  const gateway = ec2(place, "AWS::EC2::VPNGateway", "hub-vgw", { state: "available", properties: { amazonSideAsn: 64512 }, links: [to("connects-to", network.vpc, "VpcAttachments[].VpcId")] });
  return [gateway, ...far.flatMap(({ name, address, connectsTo }) => {
    const customer = ec2(place, "AWS::EC2::CustomerGateway", name, {
      state: "available",
      properties: { ipAddress: address, type: "ipsec.1" },
      links: [{ ...to("connects-to", connectsTo, "IpAddress"), certainty: "derived" }],
    });
    const connection = ec2(place, "AWS::EC2::VPNConnection", `to-${name}`, {
      state: "available",
      links: [to("connects-to", gateway, "VpnGatewayId"), to("connects-to", customer, "CustomerGatewayId")],
    });
    return [customer, connection];
  })];
}

/** A gateway endpoint: S3 without the way over the internet. */
export function s3Endpoint(place: AwsPlace, network: AwsNetwork): CollectedResource {
  return ec2(place, "AWS::EC2::VPCEndpoint", "s3", {
    state: "available",
    properties: { serviceName: `com.amazonaws.${place.region}.s3`, vpcEndpointType: "Gateway" },
    links: [inside(network.vpc, "VpcId"), to("depends-on", network.privateRoutes, "RouteTableIds[]")],
  });
}
