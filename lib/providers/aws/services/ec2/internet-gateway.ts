import { paginateDescribeInternetGateways } from "@aws-sdk/client-ec2";
import type { InternetGateway } from "@aws-sdk/client-ec2";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { nameOf, properties, tagsOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

export const internetGateway = defineCollector<AwsSession, InternetGateway>({
  id: "aws.ec2.internet-gateway",
  type: "AWS::EC2::InternetGateway",
  scope: "region",
  permissions: ["ec2:DescribeInternetGateways"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeInternetGateways({ client: session.clients.ec2(region), pageSize: 1000 }, {}, { abortSignal: signal });
    for await (const { InternetGateways = [] } of pages) yield* InternetGateways;
  },
  toResource(raw, context) {
    const id = required(raw.InternetGatewayId, "InternetGatewayId");
    return {
      id: ec2ArnIn(context, "internet-gateway", id, raw.OwnerId),
      name: nameOf(raw.Tags, id),
      state: raw.Attachments?.[0]?.State ?? "detached",
      tags: tagsOf(raw.Tags),
      properties: properties({ internetGatewayId: id }),
    };
  },
  aliases: (raw) => [raw.InternetGatewayId],
  refs: (raw) =>
    (raw.Attachments ?? []).map(({ VpcId }): Ref | undefined =>
      VpcId === undefined ? undefined : { kind: "connects-to", target: VpcId, path: "Attachments[].VpcId" },
    ),
});
