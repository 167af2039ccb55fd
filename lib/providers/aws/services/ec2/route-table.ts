import { paginateDescribeRouteTables } from "@aws-sdk/client-ec2";
import type { Route, RouteTable, RouteTableAssociation } from "@aws-sdk/client-ec2";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { nameOf, properties, tagsOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

export const routeTable = defineCollector<AwsSession, RouteTable>({
  id: "aws.ec2.route-table",
  type: "AWS::EC2::RouteTable",
  scope: "region",
  permissions: ["ec2:DescribeRouteTables"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeRouteTables({ client: session.clients.ec2(region), pageSize: 100 }, {}, { abortSignal: signal });
    for await (const { RouteTables = [] } of pages) yield* RouteTables;
  },
  toResource(raw, context) {
    const id = required(raw.RouteTableId, "RouteTableId");
    return {
      id: ec2ArnIn(context, "route-table", id, raw.OwnerId),
      name: nameOf(raw.Tags, id),
      tags: tagsOf(raw.Tags),
      properties: properties({
        routeTableId: id,
        isMain: raw.Associations?.some(({ Main }) => Main) ?? false,
        routes: raw.Routes?.map((route) => ({ destination: destinationOf(route), target: targetOf(route)?.id ?? null, state: route.State })),
      }),
    };
  },
  aliases: (raw) => [raw.RouteTableId],
  refs: (raw) => [
    raw.VpcId && { kind: "contains", target: raw.VpcId, path: "VpcId", direction: "in" },
    ...(raw.Associations ?? []).map((association) => associationRef(association, raw.VpcId)),
    ...(raw.Routes ?? []).map(routeRef),
  ],
});

function destinationOf(route: Route): string | undefined {
  return route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
}

const targetFields = [
  "NatGatewayId",
  "TransitGatewayId",
  "VpcPeeringConnectionId",
  "NetworkInterfaceId",
  "InstanceId",
  "EgressOnlyInternetGatewayId",
  "LocalGatewayId",
  "CarrierGatewayId",
  "CoreNetworkArn",
  "GatewayId",
] as const satisfies readonly (keyof Route)[];

function targetOf(route: Route): { id: string; field: string } | null {
  for (const field of targetFields) {
    const id = route[field];
    if (id) return { id, field };
  }
  return null;
}

/** `local` is the VPC itself. */
function routeRef(route: Route): Ref | null {
  const target = targetOf(route);
  return target === null || target.id === "local" ? null : { kind: "routes-to", target: target.id, path: `Routes[].${target.field}` };
}

/** The main table answers for every subnet that names no other, so it is the VPC's. */
function associationRef(association: RouteTableAssociation, vpcId: string | undefined): Ref | null {
  if (association.SubnetId) return { kind: "depends-on", target: association.SubnetId, path: "Associations[].SubnetId", direction: "in" };
  if (association.GatewayId) return { kind: "depends-on", target: association.GatewayId, path: "Associations[].GatewayId", direction: "in" };
  return association.Main && vpcId ? { kind: "depends-on", target: vpcId, path: "Associations[].Main", direction: "in" } : null;
}
