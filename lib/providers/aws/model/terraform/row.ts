import type { JsonObject } from "../../../../core/json";
import type { TerraformAssociation, TerraformContext, TerraformEnd, TerraformFragment, TerraformRef, TerraformResource } from "../../../../core/terraform/terraform-type";
import type { EdgeKind } from "../../../../core/resource/edge";
import { ec2Arn, globalArn, parseArn, regionalArn } from "../arn";
import { text } from "./attribute-text";

type IdRule = NonNullable<TerraformResource["id"]>;

/** A row for a box of its own. */
export function box(type: string, refs: readonly TerraformRef[] = [], more: Partial<TerraformResource> = {}): TerraformResource {
  return { as: "resource", type, refs, ...more };
}

/** A row for a part of the resource that `path` names. */
export function part(path: string | readonly string[], property: string, refs: readonly TerraformRef[] = [], targetType?: string): TerraformFragment {
  return { as: "fragment", owner: end(path, targetType), property, refs };
}

/** A row for an edge. */
export function joins(from: TerraformEnd, kind: EdgeKind, to: TerraformEnd): TerraformAssociation {
  return { as: "association", kind, from, to };
}

export function end(path: string | readonly string[], targetType?: string, pick?: (value: string) => string[]): TerraformEnd {
  const result: TerraformEnd = { paths: typeof path === "string" ? [path] : path };
  if (targetType !== undefined) result.targetType = targetType;
  if (pick !== undefined) result.pick = pick;
  return result;
}

/** The state's ARN, else `arn:…:ec2:<region>:<account>:<kind>/<id>`. */
export function ec2Id(kind: string, attribute = "id"): IdRule {
  return arnOr((attributes, context) => (text(attributes, attribute) === null ? null : ec2Arn(context, kind, text(attributes, attribute) ?? "")));
}

/** The state's ARN, else one built from `<resource><attribute>` in the instance's region. */
export function regionalId(service: string, resource: string, attribute = "id"): IdRule {
  return arnOr((attributes, context) => (text(attributes, attribute) === null ? null : regionalArn(context, service, resource + (text(attributes, attribute) ?? ""))));
}

export function globalId(service: string, resource: string, attribute = "id"): IdRule {
  return arnOr((attributes, context) => (text(attributes, attribute) === null ? null : globalArn(context, service, resource + (text(attributes, attribute) ?? ""))));
}

/** The ARN under another attribute's name. */
export function arnAt(attribute: string): IdRule {
  return (attributes) => {
    const arn = text(attributes, attribute);
    return arn !== null && parseArn(arn) ? arn : null;
  };
}

export function arnOr(build: (attributes: JsonObject, context: TerraformContext) => string | null): IdRule {
  return (attributes, context) => arnAt("arn")(attributes, context) ?? build(attributes, context);
}

/** For what is global and has no ARN that would tell. */
export const global: Partial<TerraformResource> = { region: () => null };

export function named(...attributes: string[]): Partial<TerraformResource> {
  return { name: (instance) => attributes.map((attribute) => text(instance, attribute)).find((name) => name !== null) ?? null };
}
