import {
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketTaggingCommand,
  GetPublicAccessBlockCommand,
  paginateListBuckets,
} from "@aws-sdk/client-s3";
import type { Bucket, NotificationConfiguration, PublicAccessBlockConfiguration, ServerSideEncryptionByDefault } from "@aws-sdk/client-s3";
import { nameAlias } from "../../../../core/resource/collected";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import type { AwsContext } from "../../collector";
import { detail, withDetails } from "../../detail";
import { bucketArn } from "../../model/arn";
import { properties, tagsOf, timeOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

const type = "AWS::S3::Bucket";

/** Everywhere: null = there is none, undefined = could not be read. */
interface DescribedBucket {
  bucket: Bucket;
  region: string | undefined;
  tags: Record<string, string> | undefined;
  encryption: ServerSideEncryptionByDefault | null | undefined;
  publicAccessBlock: PublicAccessBlockConfiguration | null | undefined;
  notifications: NotificationConfiguration | null | undefined;
}

export const bucket = defineCollector<AwsSession, DescribedBucket>({
  id: "aws.s3.bucket",
  type,
  scope: "global",
  permissions: [
    "s3:ListAllMyBuckets",
    "s3:GetBucketLocation",
    "s3:GetBucketTagging",
    "s3:GetEncryptionConfiguration",
    "s3:GetBucketPublicAccessBlock",
    "s3:GetBucketNotification",
  ],
  parts: ["encryption", "notifications"],
  async *list(context) {
    const { session, region, signal } = context;
    const pages = paginateListBuckets({ client: session.clients.s3(region), pageSize: 1000 }, {}, { abortSignal: signal });
    for await (const { Buckets = [] } of pages) {
      for await (const found of withDetails(Buckets, (raw) => describe(context, raw))) if (found !== null) yield found;
    }
  },
  toResource({ bucket: raw, region, tags, encryption, publicAccessBlock }, { session }) {
    const name = required(raw.Name, "Name");
    return {
      id: bucketArn(session.partition, name),
      name,
      region: region ?? null,
      ...(tags === undefined ? {} : { tags }),
      createdAt: timeOf(raw.CreationDate),
      properties: properties({
        encryption: encryption === undefined ? undefined : (encryption?.SSEAlgorithm ?? null),
        publicAccessBlock:
          publicAccessBlock &&
          ({
            blockPublicAcls: publicAccessBlock.BlockPublicAcls,
            ignorePublicAcls: publicAccessBlock.IgnorePublicAcls,
            blockPublicPolicy: publicAccessBlock.BlockPublicPolicy,
            restrictPublicBuckets: publicAccessBlock.RestrictPublicBuckets,
          }),
      }),
    };
  },
  aliases: ({ bucket: { Name: name }, region }) =>
    name === undefined
      ? []
      : [nameAlias(type, name), `${name}.s3.amazonaws.com`, ...(region === undefined ? [] : [`${name}.s3.${region}.amazonaws.com`, `${name}.s3-website-${region}.amazonaws.com`])],
  partRefs: ({ encryption, notifications }) => ({
    encryption: [
      encryption?.KMSMasterKeyID && {
        kind: "encrypted-by",
        target: encryption.KMSMasterKeyID,
        targetType: "AWS::KMS::Key",
        path: "ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.KMSMasterKeyID",
      },
    ],
    notifications: [
      ...(notifications?.LambdaFunctionConfigurations ?? []).map(({ LambdaFunctionArn }) => invokes(LambdaFunctionArn, "LambdaFunctionConfigurations[].LambdaFunctionArn")),
      ...(notifications?.QueueConfigurations ?? []).map(({ QueueArn }) => invokes(QueueArn, "QueueConfigurations[].QueueArn")),
      ...(notifications?.TopicConfigurations ?? []).map(({ TopicArn }) => invokes(TopicArn, "TopicConfigurations[].TopicArn")),
    ],
  }),
});

function invokes(target: string | undefined, path: string): Ref | undefined {
  return target === undefined ? undefined : { kind: "invokes", target, path };
}

/** null where the bucket lies in a region that was not asked for. */
async function describe(context: AwsContext, raw: Bucket): Promise<DescribedBucket | null> {
  const { session, signal } = context;
  const input = { Bucket: raw.Name };
  const options = { abortSignal: signal };
  const region = raw.BucketRegion ?? (await locate(context, raw));
  if (region !== undefined && session.chosenRegions !== null && !session.chosenRegions.includes(region)) return null;
  const client = session.clients.s3(region ?? context.region);
  const [tagging, encryption, access, notifications] = await Promise.all([
    detail(context, () => client.send(new GetBucketTaggingCommand(input), options)),
    detail(context, () => client.send(new GetBucketEncryptionCommand(input), options), "encryption"),
    detail(context, () => client.send(new GetPublicAccessBlockCommand(input), options)),
    detail(context, () => client.send(new GetBucketNotificationConfigurationCommand(input), options), "notifications"),
  ]);
  return {
    bucket: raw,
    region,
    tags: tagging === undefined ? undefined : tagsOf(tagging?.TagSet),
    encryption: encryption && (encryption.ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault ?? null),
    publicAccessBlock: access && (access.PublicAccessBlockConfiguration ?? null),
    notifications,
  };
}

/** Buckets of 2008 and before answer with nothing for us-east-1 and "EU" for eu-west-1. */
async function locate(context: AwsContext, raw: Bucket): Promise<string | undefined> {
  const client = context.session.clients.s3(context.region);
  const answer = await detail(context, () => client.send(new GetBucketLocationCommand({ Bucket: raw.Name }), { abortSignal: context.signal }));
  if (!answer) return undefined;
  const constraint: string = answer.LocationConstraint ?? "";
  if (constraint === "") return "us-east-1";
  return constraint === "EU" ? "eu-west-1" : constraint;
}
