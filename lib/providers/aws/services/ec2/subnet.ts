import { paginateDescribeSubnets } from "@aws-sdk/client-ec2";
import type { Subnet } from "@aws-sdk/client-ec2";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { nameOf, properties, tagsOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

export const subnet = defineCollector<AwsSession, Subnet>({
  id: "aws.ec2.subnet",
  type: "AWS::EC2::Subnet",
  scope: "region",
  permissions: ["ec2:DescribeSubnets"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeSubnets({ client: session.clients.ec2(region), pageSize: 1000 }, {}, { abortSignal: signal });
    for await (const { Subnets = [] } of pages) yield* Subnets;
  },
  toResource(raw, context) {
    const id = required(raw.SubnetId, "SubnetId");
    return {
      id: raw.SubnetArn ?? ec2ArnIn(context, "subnet", id, raw.OwnerId),
      name: nameOf(raw.Tags, id),
      zone: raw.AvailabilityZone ?? null,
      state: raw.State ?? null,
      tags: tagsOf(raw.Tags),
      properties: properties({
        subnetId: id,
        cidrBlock: raw.CidrBlock,
        ipv6CidrBlocks: raw.Ipv6CidrBlockAssociationSet?.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
        mapPublicIpOnLaunch: raw.MapPublicIpOnLaunch,
        isDefaultForZone: raw.DefaultForAz,
        zoneId: raw.AvailabilityZoneId,
      }),
    };
  },
  aliases: (raw) => [raw.SubnetId],
  refs: (raw) => [raw.VpcId && { kind: "contains", target: raw.VpcId, path: "VpcId", direction: "in" }],
});
