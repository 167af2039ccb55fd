import { nameAlias } from "../../core/resource/collected";
import type { ResourceDraft } from "../../core/resource/collected";
import type { JsonObject } from "../../core/json";
import type { TerraformResource } from "../../core/terraform/terraform-type";
import { looksLikeCredential } from "../../secrets/secret-value";
import type { Instance } from "./instance";
import { plannedWords } from "./planned";

export interface Draft {
  instance: Instance;
  resource: ResourceDraft;
  aliases: string[];
  /** The id as the provider writes it in `id`; "" when there is none. */
  rawId: string;
}

/** Which file it is: the importer by its id, and what makes ids for what the cloud gives none (a state's lineage). */
export interface StateSource {
  collector: string;
  identity: string;
}

/** An instance that is a box of its own. */
export function draftOf(instance: Instance, { collector, identity }: StateSource): Draft {
  const { attributes, context, provider } = instance;
  const row: TerraformResource | null = instance.row?.as === "resource" ? instance.row : null;
  const type = typeof row?.type === "function" ? row.type(attributes) : (row?.type ?? instance.type);
  const cloudId = row?.id ? row.id(attributes, context) : (provider?.cloudId(attributes, context) ?? null);
  const fallback = `tf:${identity}:${instance.address}`;
  const id = cloudId !== null && cloudId !== "" && !looksLikeCredential(cloudId) ? cloudId : fallback;
  const name = row?.name?.(attributes) ?? (provider ? provider.name(attributes) : textAt(attributes, "name")) ?? instance.localName;
  const action = instance.planned?.action ?? null;
  const rawId = textAt(attributes, "id") ?? "";
  const resource: ResourceDraft = {
    id,
    provider: instance.providerId,
    type,
    name: name === "" ? instance.localName : name,
    account: provider?.account(attributes, context) ?? "",
    region: row?.region ? row.region(attributes) : (provider?.region(attributes, context) ?? null),
    zone: provider?.zone(attributes) ?? null,
    group: provider?.group(attributes) ?? null,
    state: action !== null ? plannedWords[action] : (row?.state?.(attributes) ?? null),
    tags: provider ? provider.tags(attributes) : tagsAt(attributes),
    properties: action === null ? propertiesOf(attributes) : { plannedAction: action, ...propertiesOf(attributes) },
    origin: { kind: collector, address: instance.address, merged: [] },
    createdAt: createdAt(attributes),
  };
  return { instance, resource, rawId, aliases: aliasesOf(instance, row, resource, rawId) };
}

function aliasesOf(instance: Instance, row: TerraformResource | null, resource: ResourceDraft, rawId: string): string[] {
  const { attributes, context, provider } = instance;
  const spellings = [
    rawId,
    textAt(attributes, "arn"),
    textAt(attributes, "self_link"),
    ...(provider?.aliases(attributes, context) ?? []),
    ...(row?.aliases?.(attributes, context) ?? []),
    nameAlias(resource.type, resource.name),
    textAt(attributes, "name") === null ? null : nameAlias(resource.type, textAt(attributes, "name") ?? ""),
    rawId === "" ? null : nameAlias(resource.type, rawId),
  ];
  const distinct = new Set<string>();
  for (const spelling of spellings) if (spelling && spelling !== resource.id) distinct.add(spelling);
  return [...distinct];
}

const notProperties = new Set(["tags", "tags_all", "timeouts", "labels", "effective_labels", "terraform_labels"]);

/** Attributes as they are, without tags (shown apart) and without what is empty. */
function propertiesOf(attributes: JsonObject): JsonObject {
  const properties: JsonObject = {};
  for (const [key, value] of Object.entries(attributes)) {
    const empty = value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
    if (!empty && !notProperties.has(key)) properties[key] = value;
  }
  return properties;
}

/** A non-empty text attribute. */
export function textAt(attributes: JsonObject, key: string): string | null {
  const value = Object.hasOwn(attributes, key) ? attributes[key] : null;
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

function tagsAt(attributes: JsonObject): Record<string, string> {
  const tags = attributes.tags ?? attributes.labels ?? attributes.freeform_tags;
  if (tags === null || tags === undefined || typeof tags !== "object") return {};
  if (Array.isArray(tags)) return Object.fromEntries(tags.filter((tag) => typeof tag === "string").map((tag) => [tag, ""]));
  return Object.fromEntries(Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function createdAt(attributes: JsonObject): string | null {
  for (const key of ["create_date", "created_at", "creation_date", "created_date", "create_time", "created_time", "creation_timestamp"]) {
    const text = textAt(attributes, key);
    if (text !== null && /^\d{4}-\d\d-\d\dT/.test(text)) {
      const time = Date.parse(text);
      if (!Number.isNaN(time)) return new Date(time).toISOString();
    }
  }
  return null;
}
