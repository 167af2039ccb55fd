import type { EdgeKind } from "../../../../core/resource/edge";
import type { TerraformRef } from "../../../../core/terraform/terraform-type";

/** References as the rows write them: `inside("vpc_id")` is read "lies in what vpc_id names". */

export function inside(path: string, targetType?: string): TerraformRef {
  // What lies in several subnets cannot be drawn inside one of them.
  return { ...refTo("contains", path, targetType), direction: "in", whenMany: { kind: "connects-to" } };
}

export function connectsTo(path: string, targetType?: string): TerraformRef {
  return refTo("connects-to", path, targetType);
}

export function routesTo(path: string, targetType?: string): TerraformRef {
  return refTo("routes-to", path, targetType);
}

export function dependsOn(path: string, targetType?: string): TerraformRef {
  return refTo("depends-on", path, targetType);
}

export function securedBy(path: string, targetType?: string): TerraformRef {
  return refTo("secured-by", path, targetType);
}

export function assumes(path: string, targetType?: string): TerraformRef {
  return refTo("assumes", path, targetType);
}

export function invokes(path: string, targetType?: string): TerraformRef {
  return refTo("invokes", path, targetType);
}

export function reads(path: string, targetType?: string): TerraformRef {
  return refTo("reads", path, targetType);
}

export function writes(path: string, targetType?: string): TerraformRef {
  return refTo("writes", path, targetType);
}

export function refTo(kind: EdgeKind, path: string, targetType?: string): TerraformRef {
  return targetType === undefined ? { kind, path } : { kind, path, targetType };
}

/** `alias/aws/s3` is the service's own key, which nobody chose. */
export function encryptedBy(path: string): TerraformRef {
  return { kind: "encrypted-by", path, targetType: "AWS::KMS::Key", pick: (key) => (/(^|[:/])alias\/aws\//.test(key) || !/^(arn:|alias\/|mrk-|[0-9a-f]{8}-)/.test(key) ? [] : [key]) };
}

/** Inferred, or of no worth when the target is not known: matches nothing quietly. */
export function quietly(ref: TerraformRef): TerraformRef {
  return { ...ref, outside: false };
}

export function derived(ref: TerraformRef): TerraformRef {
  return { ...ref, certainty: "derived" };
}

/** The edge runs from the target to the holder of the field. */
export function reversed(ref: TerraformRef): TerraformRef {
  return { ...ref, direction: "in" };
}

export function picked(ref: TerraformRef, pick: (value: string) => string[]): TerraformRef {
  return { ...ref, pick };
}

/** Only ARNs of the value: subscriptions and actions may also be addresses of people and web sites. */
export function arnsOnly(value: string): string[] {
  return value.startsWith("arn:") ? [value] : [];
}

/** Every ARN that a document names, wildcards cut off its end; those with a wildcard inside name nothing. */
export function arnsIn(document: string): string[] {
  const arns = document.match(/arn:aws[a-z-]*:[a-zA-Z0-9-]+:[a-z0-9-]*:\d*:[^"'\s,\\)\]}]+/g) ?? [];
  return [...new Set(arns.map(withoutWildcard))].filter((arn) => !/[*?${]/.test(arn));
}

export function withoutWildcard(arn: string): string {
  return arn.replace(/[:/]?\*$/, "");
}

/** `dualstack.web-1.eu-west-1.elb.amazonaws.com.` → the load balancer's own name. */
export function hostName(value: string): string[] {
  const host = value.replace(/^[a-z]+:\/\//, "").replace(/[:/].*$/, "").replace(/^dualstack\./, "").replace(/\.$/, "").toLowerCase();
  return host.includes(".") ? [host] : [];
}

/** Everybody: a rule open to the whole Internet. */
export function openToAll(cidr: string): string[] {
  return cidr === "0.0.0.0/0" || cidr === "::/0" ? ["internet"] : [];
}
