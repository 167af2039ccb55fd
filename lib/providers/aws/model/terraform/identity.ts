import type { JsonObject, JsonValue } from "../../../../core/json";
import type { TerraformProvider } from "../../../../core/terraform/terraform-provider";
import { parseArn } from "../arn";
import { awsTerraformTypes } from "./index";
import { text } from "./attribute-text";

const accountPattern = /^\d{12}$/;

/** How the AWS provider of Terraform writes ids, places, names and tags. */
export const awsIdentity: TerraformProvider = {
  id: "aws",
  prefixes: ["aws_"],
  types: awsTerraformTypes,
  scope(attributes, type) {
    if (type === "aws_caller_identity") return { account: accountIn(text(attributes, "account_id")), partition: arnOf(attributes)?.partition ?? null };
    if (type === "aws_region") return { region: text(attributes, "region") ?? text(attributes, "name") ?? text(attributes, "id") };
    const arn = arnOf(attributes);
    return {
      account: accountIn(arn?.account ?? null) ?? accountIn(text(attributes, "owner_id")),
      // A bucket's own region; everything else says it in its ARN, or since version 6 of the provider in `region`.
      region: arn?.region || text(attributes, "region") || regionOfZone(text(attributes, "availability_zone")),
      partition: arn?.partition ?? null,
    };
  },
  cloudId: (attributes) => {
    const arn = text(attributes, "arn");
    return arn !== null && parseArn(arn) ? arn : null;
  },
  name: (attributes) => tagsOf(attributes).Name ?? text(attributes, "name"),
  account: (attributes, context) => accountIn(arnOf(attributes)?.account ?? null) ?? accountIn(text(attributes, "owner_id")) ?? context.account,
  region(attributes, context) {
    const arn = arnOf(attributes);
    if (arn && arn.service !== "s3") return arn.region === "" ? null : arn.region;
    return text(attributes, "region") ?? regionOfZone(text(attributes, "availability_zone")) ?? context.region;
  },
  zone: (attributes) => text(attributes, "availability_zone"),
  group: () => null,
  tags: tagsOf,
  aliases: (attributes) => ["dns_name", "private_dns_name", "domain_name", "invoke_arn", "qualified_arn"].map((key) => text(attributes, key)).filter((alias) => alias !== null),
  spellings: (target) => (/^arn:aws[a-z-]*:logs:.*:\*$/.test(target) ? [target.slice(0, -2)] : []),
};

function arnOf(attributes: JsonObject): ReturnType<typeof parseArn> {
  const arn = text(attributes, "arn");
  return arn === null ? null : parseArn(arn);
}

function accountIn(value: string | null): string | null {
  return value !== null && accountPattern.test(value) ? value : null;
}

function regionOfZone(zone: string | null): string | null {
  return zone === null ? null : (/^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(zone)?.[1] ?? null);
}

/** `tags_all` holds the provider's default tags as well. Auto Scaling writes a list of key and value. */
function tagsOf(attributes: JsonObject): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const source of [attributes.tags_all, attributes.tags, attributes.tag]) addTags(tags, source);
  return tags;
}

function addTags(tags: Record<string, string>, source: JsonValue | undefined): void {
  if (source === null || source === undefined || typeof source !== "object") return;
  const pairs = Array.isArray(source) ? source.map(pairOf) : Object.entries(source);
  for (const [key, value] of pairs) if (key !== "" && typeof value === "string") tags[key] = value;
}

function pairOf(item: JsonValue): readonly [string, JsonValue] {
  if (item === null || typeof item !== "object" || Array.isArray(item)) return ["", null];
  return [text(item, "key") ?? "", item.value ?? null];
}
