import { paginateDescribeNetworkInterfaces } from "@aws-sdk/client-ec2";
import type { NetworkInterface } from "@aws-sdk/client-ec2";
import { nameAlias } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { placedIn, securedBy } from "../../placement-refs";
import { nameOf, properties, tagsOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";
import { interfaceOwner } from "./interface-owner";

export const networkInterfaceType = "AWS::EC2::NetworkInterface";

/** Private addresses are unique within their VPC only. */
export function privateAddress(vpcId: string, ip: string): string {
  return `${vpcId}/${ip}`;
}

export const networkInterface = defineCollector<AwsSession, NetworkInterface>({
  id: "aws.ec2.network-interface",
  type: networkInterfaceType,
  scope: "region",
  permissions: ["ec2:DescribeNetworkInterfaces"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeNetworkInterfaces({ client: session.clients.ec2(region), pageSize: 1000 }, {}, { abortSignal: signal });
    for await (const { NetworkInterfaces = [] } of pages) yield* NetworkInterfaces;
  },
  toResource(raw, context) {
    const id = required(raw.NetworkInterfaceId, "NetworkInterfaceId");
    return {
      id: ec2ArnIn(context, "network-interface", id, raw.OwnerId),
      name: nameOf(raw.TagSet, id),
      zone: raw.AvailabilityZone ?? null,
      state: raw.Status ?? null,
      tags: tagsOf(raw.TagSet),
      properties: properties({
        networkInterfaceId: id,
        interfaceType: raw.InterfaceType,
        description: raw.Description,
        privateIpAddresses: privateIps(raw),
        publicIpAddress: raw.Association?.PublicIp ?? null,
        requesterManaged: raw.RequesterManaged,
      }),
    };
  },
  aliases: (raw) => [
    raw.NetworkInterfaceId,
    // An elastic IP answers for its own address.
    raw.Association?.AllocationId ? null : raw.Association?.PublicIp,
    ...(raw.VpcId === undefined ? [] : privateIps(raw).map((ip) => nameAlias(networkInterfaceType, privateAddress(raw.VpcId ?? "", ip)))),
  ],
  refs: (raw, { session, region, account }) => [
    ...placedIn({ ids: [raw.SubnetId], path: "SubnetId" }, { id: raw.VpcId, path: "VpcId" }),
    ...securedBy(raw.Groups?.map(({ GroupId }) => GroupId), "Groups[].GroupId"),
    raw.Attachment?.InstanceId
      ? { kind: "depends-on", target: raw.Attachment.InstanceId, path: "Attachment.InstanceId" }
      : interfaceOwner(raw.Description ?? "", { partition: session.partition, region, account: raw.OwnerId ?? account }),
  ],
});

function privateIps(raw: NetworkInterface): string[] {
  const ips = [raw.PrivateIpAddress, ...(raw.PrivateIpAddresses ?? []).map(({ PrivateIpAddress }) => PrivateIpAddress)];
  return [...new Set(ips.filter((ip): ip is string => Boolean(ip)))];
}
