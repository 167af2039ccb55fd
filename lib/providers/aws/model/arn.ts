/** Amazon Resource Names: `arn:partition:service:region:account:resource`. Region and account may be empty. */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  /** Everything behind the fifth colon: `vpc/vpc-1`, `role/path/name`, `function:name`. */
  resource: string;
}

const pattern = /^arn:([a-z0-9-]+):([a-zA-Z0-9.-]+):([a-z0-9-]*):([^:]*):(.+)$/s;

export function awsArn(parts: Partial<Pick<Arn, "partition" | "region" | "account">> & Pick<Arn, "service" | "resource">): string {
  return `arn:${parts.partition || "aws"}:${parts.service}:${parts.region ?? ""}:${parts.account ?? ""}:${parts.resource}`;
}

/** null when the text is no ARN. */
export function parseArn(text: string): Arn | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [, partition = "", service = "", region = "", account = "", resource = ""] = match;
  return { partition, service, region, account, resource };
}

/** Where something lives; what is empty is not known. */
export interface AwsPlace {
  partition: string;
  region: string | null;
  account: string;
}

/** The ARN of something in one region and account, or null while either is unknown. */
export function regionalArn(place: AwsPlace, service: string, resource: string): string | null {
  if (!place.region || !place.account) return null;
  return awsArn({ partition: place.partition, service, region: place.region, account: place.account, resource });
}

/** `arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1`: what EC2's API gives no ARN for. */
export function ec2Arn(place: AwsPlace, kind: string, id: string): string | null {
  return regionalArn(place, "ec2", `${kind}/${id}`);
}

/** The ARN of something global in one account (IAM), or null while the account is unknown. */
export function globalArn(place: Pick<AwsPlace, "partition" | "account">, service: string, resource: string): string | null {
  return place.account ? awsArn({ partition: place.partition, service, account: place.account, resource }) : null;
}

/** Buckets are unique in their partition: no region, no account. */
export function bucketArn(partition: string, bucket: string): string {
  return awsArn({ partition, service: "s3", resource: bucket });
}
