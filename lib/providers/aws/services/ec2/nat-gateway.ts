import { paginateDescribeNatGateways } from "@aws-sdk/client-ec2";
import type { NatGateway } from "@aws-sdk/client-ec2";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { placedIn } from "../../placement-refs";
import { nameOf, properties, tagsOf, timeOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

export const natGateway = defineCollector<AwsSession, NatGateway>({
  id: "aws.ec2.nat-gateway",
  type: "AWS::EC2::NatGateway",
  scope: "region",
  permissions: ["ec2:DescribeNatGateways"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeNatGateways({ client: session.clients.ec2(region), pageSize: 1000 }, {}, { abortSignal: signal });
    for await (const { NatGateways = [] } of pages) {
      // AWS goes on listing a deleted gateway for about an hour.
      for (const found of NatGateways) if (found.State !== "deleted") yield found;
    }
  },
  toResource(raw, context) {
    const id = required(raw.NatGatewayId, "NatGatewayId");
    return {
      id: ec2ArnIn(context, "natgateway", id, undefined),
      name: nameOf(raw.Tags, id),
      state: raw.State ?? null,
      tags: tagsOf(raw.Tags),
      createdAt: timeOf(raw.CreateTime),
      properties: properties({
        natGatewayId: id,
        connectivityType: raw.ConnectivityType,
        publicIpAddresses: raw.NatGatewayAddresses?.map(({ PublicIp }) => PublicIp),
        privateIpAddresses: raw.NatGatewayAddresses?.map(({ PrivateIp }) => PrivateIp),
      }),
    };
  },
  aliases: (raw) => [raw.NatGatewayId],
  refs: (raw) => [
    ...placedIn({ ids: [raw.SubnetId], path: "SubnetId" }, { id: raw.VpcId, path: "VpcId" }),
    ...(raw.NatGatewayAddresses ?? []).flatMap(({ AllocationId, NetworkInterfaceId }): (Ref | undefined)[] => [
      AllocationId === undefined ? undefined : { kind: "depends-on", target: AllocationId, path: "NatGatewayAddresses[].AllocationId" },
      NetworkInterfaceId === undefined ? undefined : { kind: "depends-on", target: NetworkInterfaceId, path: "NatGatewayAddresses[].NetworkInterfaceId", outside: false },
    ]),
  ],
});
