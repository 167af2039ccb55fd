import { paginateDescribeInstances } from "@aws-sdk/client-ec2";
import type { Instance } from "@aws-sdk/client-ec2";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { nameOf, properties, tagsOf, timeOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

interface OwnedInstance {
  instance: Instance;
  owner: string | undefined;
}

export const instance = defineCollector<AwsSession, OwnedInstance>({
  id: "aws.ec2.instance",
  type: "AWS::EC2::Instance",
  scope: "region",
  permissions: ["ec2:DescribeInstances"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeInstances({ client: session.clients.ec2(region), pageSize: 1000 }, {}, { abortSignal: signal });
    for await (const { Reservations = [] } of pages) {
      for (const { Instances = [], OwnerId } of Reservations) {
        for (const found of Instances) {
          // AWS goes on listing a terminated instance for about an hour.
          if (found.State?.Name !== "terminated") yield { instance: found, owner: OwnerId };
        }
      }
    }
  },
  toResource({ instance: raw, owner }, context) {
    const id = required(raw.InstanceId, "InstanceId");
    return {
      id: ec2ArnIn(context, "instance", id, owner),
      name: nameOf(raw.Tags, id),
      zone: raw.Placement?.AvailabilityZone ?? null,
      state: raw.State?.Name ?? null,
      tags: tagsOf(raw.Tags),
      createdAt: timeOf(raw.LaunchTime),
      properties: properties({
        instanceId: id,
        instanceType: raw.InstanceType,
        imageId: raw.ImageId,
        architecture: raw.Architecture,
        platform: raw.PlatformDetails,
        lifecycle: raw.InstanceLifecycle ?? "on-demand",
        tenancy: raw.Placement?.Tenancy,
        keyName: raw.KeyName,
        privateIpAddress: raw.PrivateIpAddress,
        publicIpAddress: raw.PublicIpAddress,
        privateDnsName: raw.PrivateDnsName || undefined,
        publicDnsName: raw.PublicDnsName || undefined,
        monitoring: raw.Monitoring?.State,
        metadataTokens: raw.MetadataOptions?.HttpTokens,
      }),
    };
  },
  aliases: ({ instance: raw }) => [raw.InstanceId, raw.PublicDnsName, raw.PrivateDnsName],
  refs: ({ instance: raw }) => [
    raw.SubnetId && { kind: "contains", target: raw.SubnetId, path: "SubnetId", direction: "in" },
    ...(raw.SecurityGroups ?? []).map(({ GroupId }): Ref | undefined =>
      GroupId === undefined ? undefined : { kind: "secured-by", target: GroupId, path: "SecurityGroups[].GroupId" },
    ),
    ...(raw.BlockDeviceMappings ?? []).map(({ Ebs }): Ref | undefined =>
      Ebs?.VolumeId === undefined ? undefined : { kind: "depends-on", target: Ebs.VolumeId, path: "BlockDeviceMappings[].Ebs.VolumeId" },
    ),
    raw.IamInstanceProfile?.Arn && { kind: "assumes", target: raw.IamInstanceProfile.Arn, path: "IamInstanceProfile.Arn" },
    // Most images belong to somebody else: no box for those.
    raw.ImageId && { kind: "depends-on", target: raw.ImageId, path: "ImageId", outside: false },
  ],
});
