import type { JsonObject } from "../../../../../core/json";
import type { TerraformFixture } from "../../../../../core/terraform/terraform-fixture";
import { serviceOf } from "../../resource-name";

export const project = "shop-prod";
export const region = "europe-west1";
export const zone = "europe-west1-b";

export function global(path: string): string {
  return `projects/${project}/global/${path}`;
}

export function regional(path: string): string {
  return `projects/${project}/regions/${region}/${path}`;
}

export function zonal(path: string): string {
  return `projects/${project}/zones/${zone}/${path}`;
}

export function located(path: string, location: string = region): string {
  return `projects/${project}/locations/${location}/${path}`;
}

export function link(path: string): string {
  return `https://www.googleapis.com/compute/v1/${path}`;
}

/** A thing of its own by the path of its name; a compute one has a self link as well. */
export function box(type: string, path: string, attributes: JsonObject = {}, ...edges: string[]): TerraformFixture {
  const name = path.split("/").at(-1) ?? "";
  const isCompute = type.startsWith("compute.");
  return {
    attributes: { id: path, name, project, ...(isCompute ? { self_link: link(path) } : {}), ...attributes },
    expect: { type, id: `//${serviceOf(type)}/${path}`, name, edges },
  };
}

export function part(owner: string, attributes: JsonObject, ...edges: string[]): TerraformFixture {
  return { attributes: { project, ...attributes }, expect: { owner, edges } };
}

export function joint(attributes: JsonObject, edge: string): TerraformFixture {
  return { attributes, expect: { edges: [edge] } };
}
