import { DescribeAddressesCommand } from "@aws-sdk/client-ec2";
import type { Address } from "@aws-sdk/client-ec2";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { nameOf, properties, tagsOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

export const elasticIp = defineCollector<AwsSession, Address>({
  id: "aws.ec2.elastic-ip",
  type: "AWS::EC2::EIP",
  scope: "region",
  permissions: ["ec2:DescribeAddresses"],
  async *list({ session, region, signal }) {
    // The one listing of EC2 that AWS does not page.
    const { Addresses = [] } = await session.clients.ec2(region).send(new DescribeAddressesCommand({}), { abortSignal: signal });
    // Addresses of EC2-Classic, retired in 2022, have no allocation.
    for (const found of Addresses) if (found.AllocationId) yield found;
  },
  toResource(raw, context) {
    const id = required(raw.AllocationId, "AllocationId");
    return {
      id: ec2ArnIn(context, "elastic-ip", id, undefined),
      name: nameOf(raw.Tags, raw.PublicIp ?? id),
      state: raw.AssociationId ? "associated" : "unassociated",
      tags: tagsOf(raw.Tags),
      properties: properties({ allocationId: id, publicIpAddress: raw.PublicIp, privateIpAddress: raw.PrivateIpAddress, networkBorderGroup: raw.NetworkBorderGroup }),
    };
  },
  aliases: (raw) => [raw.AllocationId, raw.PublicIp],
  refs: (raw) => [
    raw.InstanceId && { kind: "depends-on", target: raw.InstanceId, path: "InstanceId" },
    raw.NetworkInterfaceId && { kind: "depends-on", target: raw.NetworkInterfaceId, path: "NetworkInterfaceId", outside: false },
  ],
});
