import type { Ref } from "../../../../core/resource/collected";
import { addressRangeAllows, ruleAllows, type RuleSources } from "../rule-allows";
import { objectOf, objectsOf, type ArmRow } from "./row";

const sources: RuleSources = { prefixes: ["sourceAddressPrefix", "sourceAddressPrefixes[]"], groups: "sourceApplicationSecurityGroups[].id" };

/** Who the inbound rules of a security group or of a database's firewall let in. */
export function exposureOf({ type, properties }: ArmRow): Ref[] {
  if (!properties) return [];
  if (type === "Microsoft.Network/networkSecurityGroups") {
    return objectsOf(properties["securityRules"]).flatMap((rule) => ruleAllows(objectOf(rule["properties"]) ?? {}, sources, "properties.securityRules[].properties."));
  }
  if (/\/securityRules$/i.test(type)) return ruleAllows(properties, sources, "properties.");
  if (!/\/firewallRules$/i.test(type)) return [];
  // Redis alone spells it so.
  return addressRangeAllows(properties["startIpAddress"] ?? properties["startIP"], properties["endIpAddress"] ?? properties["endIP"], "startIP" in properties ? "properties.endIP" : "properties.endIpAddress");
}
