import type { IncomingMessage } from "node:http";

/** One call to AWS, by the name IAM has for it. */
export interface Operation {
  /** `ec2:DescribeVpcs` */
  action: string;
  protocol: "ec2" | "query" | "s3" | "lambda";
}

/** S3 tells calls on a bucket apart by a query parameter. */
const bucketActions: Record<string, string> = {
  location: "s3:GetBucketLocation",
  tagging: "s3:GetBucketTagging",
  encryption: "s3:GetEncryptionConfiguration",
  publicAccessBlock: "s3:GetBucketPublicAccessBlock",
  notification: "s3:GetBucketNotification",
};

/** The service is the signature's; null for what no call of ours looks like. */
export function operationOf(request: IncomingMessage, url: URL, body: string): Operation | null {
  const service = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(request.headers.authorization ?? "")?.[1];
  if (service === "s3") return { action: bucketAction(url), protocol: "s3" };
  if (service === "lambda") return { action: lambdaAction(url), protocol: "lambda" };
  const action = new URLSearchParams(body).get("Action");
  if (service === undefined || action === null) return null;
  return { action: `${service}:${action}`, protocol: service === "ec2" ? "ec2" : "query" };
}

function bucketAction(url: URL): string {
  if (url.pathname === "/") return "s3:ListAllMyBuckets";
  const asked = Object.keys(bucketActions).find((name) => url.searchParams.has(name));
  return (asked && bucketActions[asked]) ?? "s3:Unknown";
}

function lambdaAction(url: URL): string {
  if (/\/functions\/?$/.test(url.pathname)) return "lambda:ListFunctions";
  if (/\/event-source-mappings\/?$/.test(url.pathname)) return "lambda:ListEventSourceMappings";
  return url.pathname.includes("/tags/") ? "lambda:ListTags" : "lambda:Unknown";
}
