import type { JsonObject } from "../../../../../core/json";
import type { TerraformFixture } from "../../../../../core/terraform/terraform-fixture";

/** `arn:aws:<service>:eu-west-1:111122223333:<resource>` of the fixtures' one account and region. */
export function at(service: string, resource: string): string {
  return `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
}

export function iam(resource: string): string {
  return `arn:aws:iam::111122223333:${resource}`;
}

/** A fixture whose state has the ARN: the usual case. */
export function withArn(type: string, arn: string, name: string, attributes: JsonObject = {}, edges: readonly string[] = []): TerraformFixture {
  return without(type, arn, name, { arn, ...attributes }, edges);
}

/** A fixture whose id has to be built from what the state has. */
export function without(type: string, id: string, name: string, attributes: JsonObject, edges: readonly string[] = []): TerraformFixture {
  return { attributes, expect: { type, id, name, edges } };
}

export function partOf(owner: string, attributes: JsonObject, edges: readonly string[] = []): TerraformFixture {
  return { attributes, expect: { owner, edges } };
}

export function edge(text: string, attributes: JsonObject): TerraformFixture {
  return { attributes, expect: { edges: [text] } };
}
