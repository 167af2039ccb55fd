import { paginateDescribeVolumes } from "@aws-sdk/client-ec2";
import type { Volume } from "@aws-sdk/client-ec2";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { nameOf, properties, tagsOf, timeOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

export const volume = defineCollector<AwsSession, Volume>({
  id: "aws.ec2.volume",
  type: "AWS::EC2::Volume",
  scope: "region",
  permissions: ["ec2:DescribeVolumes"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeVolumes({ client: session.clients.ec2(region), pageSize: 500 }, {}, { abortSignal: signal });
    for await (const { Volumes = [] } of pages) yield* Volumes;
  },
  toResource(raw, context) {
    const id = required(raw.VolumeId, "VolumeId");
    return {
      id: ec2ArnIn(context, "volume", id, undefined),
      name: nameOf(raw.Tags, id),
      zone: raw.AvailabilityZone ?? null,
      state: raw.State ?? null,
      tags: tagsOf(raw.Tags),
      createdAt: timeOf(raw.CreateTime),
      properties: properties({
        volumeId: id,
        sizeGiB: raw.Size,
        volumeType: raw.VolumeType,
        iops: raw.Iops,
        throughputMiBps: raw.Throughput,
        encrypted: raw.Encrypted,
        multiAttach: raw.MultiAttachEnabled,
        devices: raw.Attachments?.map(({ Device }) => Device),
      }),
    };
  },
  aliases: (raw) => [raw.VolumeId],
  refs: (raw) => [
    ...(raw.Attachments ?? []).map(({ InstanceId }): Ref | undefined =>
      InstanceId === undefined ? undefined : { kind: "depends-on", target: InstanceId, path: "Attachments[].InstanceId", direction: "in" },
    ),
    raw.KmsKeyId && { kind: "encrypted-by", target: raw.KmsKeyId, targetType: "AWS::KMS::Key", path: "KmsKeyId" },
    // Mostly the snapshot of somebody else's image: no box for those.
    raw.SnapshotId && { kind: "depends-on", target: raw.SnapshotId, path: "SnapshotId", outside: false },
  ],
});
