import { paginateDescribeVpcs } from "@aws-sdk/client-ec2";
import type { Vpc } from "@aws-sdk/client-ec2";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { nameOf, properties, tagsOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

export const vpc = defineCollector<AwsSession, Vpc>({
  id: "aws.ec2.vpc",
  type: "AWS::EC2::VPC",
  scope: "region",
  permissions: ["ec2:DescribeVpcs"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeVpcs({ client: session.clients.ec2(region), pageSize: 1000 }, {}, { abortSignal: signal });
    for await (const { Vpcs = [] } of pages) yield* Vpcs;
  },
  toResource(raw, context) {
    const id = required(raw.VpcId, "VpcId");
    return {
      id: ec2ArnIn(context, "vpc", id, raw.OwnerId),
      name: nameOf(raw.Tags, id),
      state: raw.State ?? null,
      tags: tagsOf(raw.Tags),
      properties: properties({
        vpcId: id,
        cidrBlock: raw.CidrBlock,
        cidrBlocks: raw.CidrBlockAssociationSet?.map(({ CidrBlock }) => CidrBlock),
        ipv6CidrBlocks: raw.Ipv6CidrBlockAssociationSet?.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
        isDefault: raw.IsDefault,
        tenancy: raw.InstanceTenancy,
      }),
    };
  },
  aliases: (raw) => [raw.VpcId],
});
