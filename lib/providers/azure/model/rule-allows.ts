import { valuesAt } from "../../../core/resource/attribute-path";
import { internet, type Ref } from "../../../core/resource/collected";
import type { JsonObject, JsonValue } from "../../../core/json";
import { isArmId, owningArmId } from "./arm-id";

const everybody = new Set(["*", "internet", "any", "0.0.0.0/0", "::/0", "0.0.0.0", "<nw>/0"]);

/** Where a security rule holds its sources: paths of address prefixes, and of application security groups' ids. */
export interface RuleSources {
  prefixes: readonly string[];
  groups: string;
}

/** What an inbound allow rule lets in: the internet and application security groups. `prefix` stands before the evidence's paths. */
export function ruleAllows(rule: JsonObject, sources: RuleSources, prefix: string): Ref[] {
  if (textOf(rule["access"]) !== "allow" || textOf(rule["direction"]) !== "inbound") return [];
  const open = sources.prefixes.find((path) => valuesAt(rule, path).some((value) => everybody.has(value.toLowerCase())));
  const groups = valuesAt(rule, sources.groups).filter(isArmId).map(owningArmId);
  return [
    ...(open === undefined ? [] : [allows(internet, prefix + open)]),
    ...groups.map((target) => allows(target, prefix + sources.groups)),
  ];
}

/** A database firewall rule over the whole address range. `0.0.0.0` alone means Azure's own services, not everybody. */
export function addressRangeAllows(first: JsonValue | undefined, last: JsonValue | undefined, path: string): Ref[] {
  return first === "0.0.0.0" && last === "255.255.255.255" ? [allows(internet, path)] : [];
}

function allows(target: string, path: string): Ref {
  return { kind: "allows", target, path, direction: "in" };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value.toLowerCase() : "";
}
