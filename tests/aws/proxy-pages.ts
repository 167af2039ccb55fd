import type { Operation } from "./proxy-operation";

interface XmlListing {
  /** The element that holds the list, and that of one entry. */
  list: string;
  item: string;
  /** Where the answer carries the token, and under what name the next request does. */
  answer: string;
  request: string;
  /** IAM says beside the token whether there is more. */
  isTruncated?: true;
}

const ec2 = (list: string): XmlListing => ({ list, item: "item", answer: "nextToken", request: "NextToken" });
const elb = (list: string): XmlListing => ({ list, item: "member", answer: "NextMarker", request: "Marker" });

/** Every listing of ours that AWS pages. moto never pages most of them. */
const xmlListings: Record<string, XmlListing> = {
  "ec2:DescribeVpcs": ec2("vpcSet"),
  "ec2:DescribeSubnets": ec2("subnetSet"),
  "ec2:DescribeRouteTables": ec2("routeTableSet"),
  "ec2:DescribeInternetGateways": ec2("internetGatewaySet"),
  "ec2:DescribeNatGateways": ec2("natGatewaySet"),
  "ec2:DescribeSecurityGroups": ec2("securityGroupInfo"),
  "ec2:DescribeNetworkInterfaces": ec2("networkInterfaceSet"),
  "ec2:DescribeInstances": ec2("reservationSet"),
  "ec2:DescribeVolumes": ec2("volumeSet"),
  "elasticloadbalancing:DescribeLoadBalancers": elb("LoadBalancers"),
  "elasticloadbalancing:DescribeListeners": elb("Listeners"),
  "elasticloadbalancing:DescribeRules": elb("Rules"),
  "elasticloadbalancing:DescribeTargetGroups": elb("TargetGroups"),
  "rds:DescribeDBInstances": { list: "DBInstances", item: "DBInstance", answer: "Marker", request: "Marker" },
  "iam:GetAccountAuthorizationDetails": { list: "RoleDetailList", item: "member", answer: "Marker", request: "Marker", isTruncated: true },
  "s3:ListAllMyBuckets": { list: "Buckets", item: "Bucket", answer: "ContinuationToken", request: "continuation-token" },
};

const jsonListings: Record<string, string> = { "lambda:ListFunctions": "Functions", "lambda:ListEventSourceMappings": "EventSourceMappings" };

export const pagedActions = [...Object.keys(xmlListings), ...Object.keys(jsonListings)];

const sizes = ["MaxResults", "PageSize", "MaxRecords", "MaxItems", "max-buckets"];

/** Takes the paging out of a request, so that moto answers with everything; returns where the wanted page starts. */
export function takePaging({ action }: Operation, parameters: URLSearchParams): number {
  const name = xmlListings[action]?.request ?? "Marker";
  const token = parameters.get(name);
  parameters.delete(name);
  // AWS gives a bucket's region only to requests that are paged.
  if (action !== "s3:ListAllMyBuckets") for (const size of sizes) parameters.delete(size);
  if (token === null || token === "") return 0;
  const [owner, start] = Buffer.from(token, "base64url").toString().split("|");
  if (owner !== action) throw new Error(`A token of ${owner ?? "nobody"} was given to ${action}`);
  return Number(start);
}

/** The page of `size` entries from `start` of a whole answer, with the token of the next one. */
export function pageOf({ action }: Operation, body: string, start: number, size: number): string {
  const tokenAt = (next: number) => Buffer.from(`${action}|${next}`).toString("base64url");
  const json = jsonListings[action];
  if (json !== undefined) return jsonPage(body, json, start, size, tokenAt);
  const xml = xmlListings[action];
  return xml === undefined ? body : xmlPage(body, xml, start, size, tokenAt);
}

function jsonPage(body: string, list: string, start: number, size: number, tokenAt: (next: number) => string): string {
  const answer = JSON.parse(body) as Record<string, unknown>;
  const entries = answer[list] as unknown[];
  const NextMarker = start + size < entries.length ? tokenAt(start + size) : undefined;
  return JSON.stringify({ ...answer, [list]: entries.slice(start, start + size), NextMarker });
}

function xmlPage(body: string, { list, item, answer, isTruncated }: XmlListing, start: number, size: number, tokenAt: (next: number) => string): string {
  const open = `<${list}>`;
  const close = `</${list}>`;
  const from = body.indexOf(open);
  const to = body.lastIndexOf(close);
  if (from < 0 || to < 0) return body;
  const entries = topLevel(body.slice(from + open.length, to), item);
  const hasMore = start + size < entries.length;
  const more = `${isTruncated ? `<IsTruncated>${hasMore}</IsTruncated>` : ""}${hasMore ? `<${answer}>${tokenAt(start + size)}</${answer}>` : ""}`;
  const without = (text: string) => text.replaceAll(new RegExp(`<(${answer}|IsTruncated)>[^<]*</\\1>|<(${answer}|IsTruncated)\\s*/>`, "g"), "");
  const page = entries.slice(start, start + size).join("");
  return `${without(body.slice(0, from))}${open}${page}${close}${more}${without(body.slice(to + close.length))}`;
}

/** Entries may hold entries of the same name. */
function topLevel(text: string, item: string): string[] {
  const entries: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const match of text.matchAll(new RegExp(`<(/?)${item}>`, "g"))) {
    if (match[1] === "") {
      if (depth === 0) begin = match.index;
      depth++;
    } else if (--depth === 0) entries.push(text.slice(begin, match.index + match[0].length));
  }
  return entries;
}
