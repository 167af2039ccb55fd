import type { JsonObject } from "../../../../../core/json";
import type { TerraformFixture } from "../../../../../core/terraform/terraform-fixture";

export const subscription = "00000000-0000-4000-8000-0000000000a1";
export const group = `/subscriptions/${subscription}/resourceGroups/Shop-RG`;

/** `Microsoft.Network/virtualNetworks/vnet` → its ARM id in the one resource group. */
export function arm(path: string): string {
  return `${group}/providers/${path}`;
}

/** A thing of its own: attributes as the provider writes them, the type and name that its path tells. */
export function box(path: string, attributes: JsonObject = {}, ...edges: string[]): TerraformFixture {
  const segments = path.split("/");
  const type = [segments[0], ...segments.slice(1).filter((_, index) => index % 2 === 0)].join("/");
  const name = segments.at(-1) ?? "";
  return {
    attributes: { id: arm(path), name, location: "West Europe", resource_group_name: "Shop-RG", tags: { env: "test" }, ...attributes },
    expect: { type, id: arm(path).toLowerCase(), name, region: "westeurope", edges },
  };
}

/** A part of the fixture `owner`; what it refers to becomes the owner's. */
export function part(owner: string, attributes: JsonObject, ...edges: string[]): TerraformFixture {
  return { attributes: { name: "part", ...attributes }, expect: { owner, edges } };
}

export function joint(attributes: JsonObject, edge: string): TerraformFixture {
  return { attributes, expect: { edges: [edge] } };
}
