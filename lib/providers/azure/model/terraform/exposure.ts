import type { Ref } from "../../../../core/resource/collected";
import type { JsonObject, JsonValue } from "../../../../core/json";
import type { TerraformAttributes } from "../../../../core/terraform/terraform-type";
import * as rules from "../rule-allows";

const sources: rules.RuleSources = {
  prefixes: ["source_address_prefix", "source_address_prefixes[]"],
  groups: "source_application_security_group_ids[]",
};

/** Inbound allow rules: the internet, application security groups and networks that a security group lets in. */
export function rulesAllow(attributes: TerraformAttributes): Ref[] {
  return objectsAt(attributes["security_rule"]).flatMap((rule) => rules.ruleAllows(rule, sources, "security_rule[]."));
}

/** The same for a rule that stands apart from its group. */
export function ruleAllows(rule: JsonObject): Ref[] {
  return rules.ruleAllows(rule, sources, "");
}

export function addressRangeAllows(attributes: TerraformAttributes): Ref[] {
  return rules.addressRangeAllows(attributes["start_ip_address"], attributes["end_ip_address"], "end_ip_address");
}

function objectsAt(value: JsonValue | undefined): JsonObject[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is JsonObject => item !== null && typeof item === "object" && !Array.isArray(item));
}
