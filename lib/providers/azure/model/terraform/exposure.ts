import { valuesAt } from "../../../../core/resource/attribute-path";
import { internet, type Ref } from "../../../../core/resource/collected";
import type { JsonObject, JsonValue } from "../../../../core/json";
import type { TerraformAttributes } from "../../../../core/terraform/terraform-type";
import { armTargets } from "./row";

const everybody = new Set(["*", "internet", "any", "0.0.0.0/0", "::/0", "0.0.0.0", "<nw>/0"]);

/** Inbound allow rules: the internet, application security groups and networks that a security group lets in. */
export function rulesAllow(attributes: TerraformAttributes): Ref[] {
  return objectsAt(attributes["security_rule"]).flatMap((rule) => ruleAllows(rule, "security_rule[]."));
}

/** The same for a rule that stands apart from its group. */
export function ruleAllows(rule: JsonObject, prefix = ""): Ref[] {
  if (textOf(rule["access"]) !== "allow" || textOf(rule["direction"]) !== "inbound") return [];
  const sources = ["source_address_prefix", "source_address_prefixes[]"].flatMap((path) =>
    valuesAt(rule, path).map((value) => ({ path, value })),
  );
  const open = sources.find(({ value }) => everybody.has(value.toLowerCase()));
  const groups = valuesAt(rule, "source_application_security_group_ids[]").flatMap(armTargets);
  return [
    ...(open === undefined ? [] : [allows(internet, prefix + open.path)]),
    ...groups.map((target) => allows(target, `${prefix}source_application_security_group_ids[]`)),
  ];
}

/** A database firewall rule over the whole address range. `0.0.0.0` alone means Azure's own services, not everybody. */
export function addressRangeAllows(attributes: TerraformAttributes): Ref[] {
  const from = attributes["start_ip_address"];
  const last = attributes["end_ip_address"];
  return from === "0.0.0.0" && last === "255.255.255.255" ? [allows(internet, "end_ip_address")] : [];
}

function allows(target: string, path: string): Ref {
  return { kind: "allows", target, path, direction: "in" };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value.toLowerCase() : "";
}

function objectsAt(value: JsonValue | undefined): JsonObject[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is JsonObject => item !== null && typeof item === "object" && !Array.isArray(item));
}
