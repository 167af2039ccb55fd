import { z } from "zod";

const assumeRole = z.strictObject({
  roleArn: z.string().trim().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/, "must be a role's ARN, such as arn:aws:iam::123456789012:role/reader"),
  externalId: z.string().trim().min(2).max(1224).optional(),
});

/**
 * `default`: what the AWS SDK finds by itself (environment, shared files, SSO, instance role). `keys`: typed by the person.
 * Either may go on to assume a role, in another account too.
 */
export const awsCredentials = z.discriminatedUnion("mode", [
  z.strictObject({
    mode: z.literal("default"),
    profile: z.string().trim().min(1).max(200).optional(),
    assumeRole: assumeRole.optional(),
  }),
  z.strictObject({
    mode: z.literal("keys"),
    accessKeyId: z.string().trim().regex(/^\w{4,128}$/, "must be an access key id, such as AKIA followed by 16 letters and digits"),
    secretAccessKey: z.string().trim().min(1).max(256),
    sessionToken: z.string().trim().min(1).max(8192).optional(),
    assumeRole: assumeRole.optional(),
  }),
]);
export type AwsCredentials = z.infer<typeof awsCredentials>;

/** `regions: null` = every region that is enabled for the account. */
export const awsSettings = z.strictObject({
  regions: z
    .array(z.string().trim().regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, "must be a region's code, such as eu-west-1"))
    .min(1, "name at least one region, or leave it out for all")
    .nullable()
    .default(null),
});
export type AwsSettings = z.infer<typeof awsSettings>;
