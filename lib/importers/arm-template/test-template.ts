import type { JsonObject, JsonValue } from "../../core/json";
import { link, type LinkedInventory } from "../../graph/link";
import { readCollected } from "../read-collected";
import { armTemplate } from "./arm-template";

export const schemas = "https://schema.management.azure.com/schemas";
export const $schema = `${schemas}/2019-04-01/deploymentTemplate.json#`;
export const network = { type: "Microsoft.Network/virtualNetworks", apiVersion: "2023-04-01", name: "net" };

export function templateOf(resources: JsonValue, rest: JsonObject = {}): JsonObject {
  return { $schema, contentVersion: "1.0.0.0", resources, ...rest };
}

export async function imported(template: JsonObject | string, name = "shop.json"): Promise<LinkedInventory> {
  return link(await readCollected(armTemplate, name, typeof template === "string" ? template : JSON.stringify(template)), { now: "2026-01-01T00:00:00Z" });
}

export function namesOf({ resources }: LinkedInventory): string[] {
  return resources.map(({ name }) => name);
}
