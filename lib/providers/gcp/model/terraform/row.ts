import { valuesAt } from "../../../../core/resource/attribute-path";
import type { EdgeKind } from "../../../../core/resource/edge";
import type { TerraformAssociation, TerraformAttributes, TerraformContext, TerraformEnd, TerraformFragment, TerraformRef, TerraformRefsOf, TerraformResource } from "../../../../core/terraform/terraform-type";
import { accountTargets } from "../account-targets";
import { hostTargets } from "../host-targets";
import { memberTargets } from "../member-targets";
import { fullName, lastSegment, parentName, pathOf, serviceOf } from "../resource-name";

type More = Partial<Omit<TerraformResource, "as" | "type" | "refs">>;

/**
 * A row of its own. `template` is the path of the full name with attributes in braces
 * (`projects/{project}/zones/{zone}/instances/{name}`); it is used where neither self link nor id hold the name, and its
 * last attribute is the resource's name.
 */
export function google(type: string, template: string, refs: readonly TerraformRef[] = [], more: More = {}): TerraformResource {
  const service = serviceOf(type);
  const nameAttribute = /\{(\w+)\}$/.exec(template)?.[1] ?? "name";
  const idOf = more.id ?? ((attributes: TerraformAttributes, context: TerraformContext) => nameOf(attributes, context, service, template));
  return {
    name: (attributes) => shortName(attributes, nameAttribute),
    ...more,
    as: "resource",
    type,
    id: idOf,
    refs,
    aliases: (attributes, context) => [
      ...spellings(idOf(attributes, context)),
      ...filled(template, attributes, context).map((path) => `//${service}/${path}`),
      ...(more.aliases?.(attributes, context) ?? []),
    ],
  };
}

/** A reference by self link, path or bare name to a resource of one type. */
export function to(path: string, kind: EdgeKind, type: string, options: Partial<TerraformRef> = {}): TerraformRef {
  return { path, kind, targetType: type, pick: targetsOf(type), ...options };
}

/** A reference by self link or full name, to whatever it names. A bare name is no reference. */
export function toLink(path: string, kind: EdgeKind, service: string, options: Partial<TerraformRef> = {}): TerraformRef {
  return { path, kind, pick: linkTargets(service), ...options };
}

export function inside(path: string, type: string, options: Partial<TerraformRef> = {}): TerraformRef {
  return to(path, "contains", type, { direction: "in", ...options });
}

/** The container that the resource's own id names: a database's instance, a key's ring. */
export function insideParent(type: string): TerraformRef {
  const service = serviceOf(type);
  return { path: "id", kind: "contains", direction: "in", targetType: type, pick: (value) => present(parentName(fullName(value, service) ?? "")) };
}

/** By host name, URL or address: only drawn when one of the resources listed has it. */
export function toHost(path: string, kind: EdgeKind, options: Partial<TerraformRef> = {}): TerraformRef {
  return { path, kind, certainty: "derived", pick: hostTargets, ...options };
}

export function toServiceAccount(path: string, options: Partial<TerraformRef> = {}): TerraformRef {
  return { path, kind: "assumes", targetType: serviceAccount, pick: accountTargets, ...options };
}

/**
 * Network tags tie machines and firewall rules together, both by many. The line is found from whichever side is the only one
 * with the tag: many machines and one rule, or one machine and many rules.
 */
export function byTag(side: "machine" | "rule", path: string, kind: EdgeKind, options: Partial<TerraformRef> = {}): TerraformRef {
  return { path, kind, certainty: "derived", pick: (tag) => [tagAlias(side, tag)], ...options };
}

export function tagAliases(side: "machine" | "rule", path: string): (attributes: TerraformAttributes) => string[] {
  return (attributes) => valuesAt(attributes, path).map((tag) => tagAlias(side, tag));
}

function tagAlias(side: "machine" | "rule", tag: string): string {
  return `network-tag|${side}|${tag}`;
}

export function encryptedBy(path: string): TerraformRef {
  return to(path, "encrypted-by", "cloudkms.googleapis.com/CryptoKey");
}

export function association(kind: EdgeKind, from: TerraformEnd, target: TerraformEnd): TerraformAssociation {
  return { as: "association", kind, from, to: target };
}

export function fragment(property: string, owner: TerraformEnd, refs: readonly TerraformRef[] = [], refsOf?: TerraformRefsOf): TerraformFragment {
  return { as: "fragment", owner, property, refs, ...(refsOf === undefined ? {} : { refsOf }) };
}

export function end(path: string, type: string): TerraformEnd {
  return { paths: [path], targetType: type, pick: targetsOf(type) };
}

export const serviceAccount = "iam.googleapis.com/ServiceAccount";

/** Members of a whole IAM policy document. */
export function policyMembers(document: string): string[] {
  return [...new Set(document.match(/"(?:allUsers|allAuthenticatedUsers|serviceAccount:[^"]+)"/g) ?? [])].flatMap((member) => memberTargets(member.slice(1, -1)));
}

export function hostAliases(...paths: string[]): (attributes: TerraformAttributes) => string[] {
  return (attributes) => paths.flatMap((path) => valuesAt(attributes, path)).flatMap(hostTargets);
}

function targetsOf(type: string): (value: string) => string[] {
  const service = serviceOf(type);
  // A path without its project (`regions/r/subnetworks/s`, `us-central1-a/web-1`) is found by its last name.
  return (value) => [fullName(value, service) ?? lastSegment(value)];
}

function linkTargets(service: string): (value: string) => string[] {
  return (value) => present(fullName(value, service));
}

function nameOf(attributes: TerraformAttributes, context: TerraformContext, service: string, template: string): string | null {
  for (const value of [...valuesAt(attributes, "self_link"), ...valuesAt(attributes, "id")]) {
    const name = fullName(value, service);
    if (name !== null && name.startsWith(`//${service}/`)) return name;
  }
  const path = filled(template, attributes, context)[0];
  return path === undefined ? null : `//${service}/${path}`;
}

/** The template with every attribute filled in; nothing when one is missing. */
function filled(template: string, attributes: TerraformAttributes, context: TerraformContext): string[] {
  let complete = true;
  const path = template.replace(/\{(\w+)\}/g, (_, attribute: string) => {
    const value = placeholder(attribute, attributes, context);
    if (value === null) complete = false;
    return value ?? "";
  });
  return complete ? [path] : [];
}

function placeholder(attribute: string, attributes: TerraformAttributes, context: TerraformContext): string | null {
  const value = valuesAt(attributes, attribute)[0];
  if (value !== undefined) return lastSegment(value);
  if (attribute === "project") return context.account === "" ? null : context.account;
  if (attribute === "region") return context.region;
  // Before version 3 of the provider the id was the name.
  const id = valuesAt(attributes, "id")[0];
  return attribute === "name" && id !== undefined && !id.includes("/") ? id : null;
}

function shortName(attributes: TerraformAttributes, attribute: string): string | null {
  const value = valuesAt(attributes, attribute)[0] ?? valuesAt(attributes, "name")[0] ?? valuesAt(attributes, "id")[0];
  return value === undefined ? null : lastSegment(value);
}

/** Relative path, and for compute the links of both hosts and versions. */
function spellings(name: string | null): string[] {
  if (name === null) return [];
  const path = pathOf(name);
  if (!name.startsWith("//compute.googleapis.com/")) return [path];
  return [path, `https://www.googleapis.com/compute/v1/${path}`, `https://www.googleapis.com/compute/beta/${path}`, `https://compute.googleapis.com/compute/v1/${path}`];
}

function present(value: string | null): string[] {
  return value === null || value === "" ? [] : [value];
}
