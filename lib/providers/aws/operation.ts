/** The IAM prefix of each client. */
const prefixes: Record<string, string> = {
  EC2Client: "ec2",
  ElasticLoadBalancingV2Client: "elasticloadbalancing",
  IAMClient: "iam",
  LambdaClient: "lambda",
  RDSClient: "rds",
  S3Client: "s3",
  STSClient: "sts",
};

/** Where IAM's action is not called as the operation is (Service Authorization Reference, Amazon S3). */
const renamed: Record<string, string> = {
  "s3:ListBuckets": "s3:ListAllMyBuckets",
  "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
  "s3:GetBucketNotificationConfiguration": "s3:GetBucketNotification",
  "s3:GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
};

const permissionsByError = new WeakMap<object, string>();

interface Operation {
  clientName?: string;
  commandName?: string;
}

/** SDK middleware: AWS often refuses a call without saying which, so the call is noted beside the error. */
export function noteOperation<Args, Output>(next: (args: Args) => Promise<Output>, operation: Operation): (args: Args) => Promise<Output> {
  return async (args) => {
    try {
      return await next(args);
    } catch (error) {
      const permission = permissionOf(operation);
      if (permission !== null && typeof error === "object" && error !== null) permissionsByError.set(error, permission);
      throw error;
    }
  };
}

export const noteOperationOptions = { step: "initialize", name: "noteOperation", override: true } as const;

/** The IAM action of the call that ended with this error, or null when it came from no call of ours. */
export function notedPermission(error: unknown): string | null {
  return typeof error === "object" && error !== null ? (permissionsByError.get(error) ?? null) : null;
}

function permissionOf({ clientName, commandName }: Operation): string | null {
  const prefix = prefixes[clientName ?? ""];
  if (prefix === undefined || commandName === undefined) return null;
  const action = `${prefix}:${commandName.replace(/Command$/, "")}`;
  return renamed[action] ?? action;
}
