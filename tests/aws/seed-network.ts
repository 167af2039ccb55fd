import {
  AllocateAddressCommand,
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
} from "@aws-sdk/client-ec2";
import type { EC2Client, IpPermission, ResourceType } from "@aws-sdk/client-ec2";
import { made } from "./made";
import type { EstateRegion } from "./seed";

export interface Network {
  vpcId: string;
  /** One a zone, in the order a, b. */
  public: string[];
  app: string[];
  data: string[];
  groups: { balancer: string; app: string; data: string };
}

export const zones = ["a", "b"] as const;
const tiers = ["public", "app", "data"] as const;

export function named(resourceType: ResourceType, name: string) {
  return [{ ResourceType: resourceType, Tags: [{ Key: "Name", Value: name }, { Key: "project", Value: "shop" }] }];
}

/** A VPC with a subnet a tier and zone, an internet gateway, a NAT gateway a zone, and the routes and groups between them. */
export async function seedNetwork(ec2: EC2Client, { region, cidrPrefix }: EstateRegion): Promise<Network> {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: `${cidrPrefix}.0.0/16`, TagSpecifications: named("vpc", "shop") }));
  const vpcId = made(Vpc?.VpcId);
  const subnets = { public: [] as string[], app: [] as string[], data: [] as string[] };
  for (const [tierIndex, tier] of tiers.entries()) {
    for (const [zoneIndex, zone] of zones.entries()) {
      const CidrBlock = `${cidrPrefix}.${tierIndex * 10 + zoneIndex}.0/24`;
      const created = await ec2.send(
        new CreateSubnetCommand({ VpcId: vpcId, CidrBlock, AvailabilityZone: `${region}${zone}`, TagSpecifications: named("subnet", `${tier}-${zone}`) }),
      );
      subnets[tier].push(made(created.Subnet?.SubnetId));
    }
  }
  await seedRoutes(ec2, vpcId, subnets);
  return { vpcId, ...subnets, groups: await seedGroups(ec2, vpcId) };
}

async function seedRoutes(ec2: EC2Client, vpcId: string, subnets: Pick<Network, "public" | "app">): Promise<void> {
  const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({ TagSpecifications: named("internet-gateway", "shop") }));
  const gateway = made(InternetGateway?.InternetGatewayId);
  await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId: gateway, VpcId: vpcId }));
  await routeTable(ec2, vpcId, "public", { GatewayId: gateway }, subnets.public);
  for (const [index, zone] of zones.entries()) {
    const address = await ec2.send(new AllocateAddressCommand({ Domain: "vpc", TagSpecifications: named("elastic-ip", `nat-${zone}`) }));
    const nat = await ec2.send(
      new CreateNatGatewayCommand({ SubnetId: subnets.public[index], AllocationId: address.AllocationId, TagSpecifications: named("natgateway", `nat-${zone}`) }),
    );
    await routeTable(ec2, vpcId, `app-${zone}`, { NatGatewayId: made(nat.NatGateway?.NatGatewayId) }, [made(subnets.app[index])]);
  }
}

async function routeTable(ec2: EC2Client, vpcId: string, name: string, target: { GatewayId: string } | { NatGatewayId: string }, subnetIds: readonly string[]): Promise<void> {
  const created = await ec2.send(new CreateRouteTableCommand({ VpcId: vpcId, TagSpecifications: named("route-table", name) }));
  const RouteTableId = made(created.RouteTable?.RouteTableId);
  await ec2.send(new CreateRouteCommand({ RouteTableId, DestinationCidrBlock: "0.0.0.0/0", ...target }));
  for (const SubnetId of subnetIds) await ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId }));
}

async function seedGroups(ec2: EC2Client, vpcId: string): Promise<Network["groups"]> {
  const balancer = await securityGroup(ec2, vpcId, "balancer", { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] });
  const app = await securityGroup(ec2, vpcId, "app", { IpProtocol: "tcp", FromPort: 8080, ToPort: 8080, UserIdGroupPairs: [{ GroupId: balancer }] });
  const data = await securityGroup(ec2, vpcId, "data", { IpProtocol: "tcp", FromPort: 5432, ToPort: 5432, UserIdGroupPairs: [{ GroupId: app }] });
  return { balancer, app, data };
}

async function securityGroup(ec2: EC2Client, vpcId: string, name: string, ingress: IpPermission): Promise<string> {
  const created = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: name, Description: `${name} tier`, VpcId: vpcId, TagSpecifications: named("security-group", name) }),
  );
  const GroupId = made(created.GroupId);
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [ingress] }));
  return GroupId;
}
