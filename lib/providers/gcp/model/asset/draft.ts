import type { JsonObject, JsonValue } from "../../../../core/json";
import type { ResourceDraft } from "../../../../core/resource/collected";
import type { Origin } from "../../../../core/resource/resource";
import { lastSegment, projectOf } from "../resource-name";
import type { Asset } from "./asset";
import type { AssetNames } from "./names/asset-names";
import type { AssetValues } from "./asset-values";
import { placeOf } from "./place";

export function draftOf(asset: Asset, type: string, id: string, values: AssetValues, names: AssetNames, origin: Origin): ResourceDraft {
  return {
    id,
    provider: "gcp",
    type,
    name: nameOf(type, id, values, names),
    account: accountOf(asset, names),
    ...placeOf(asset, values),
    state: stateOf(asset, values),
    tags: labelsOf(asset.data ?? {}),
    properties: withoutEmpty(asset.data ?? {}),
    createdAt: createdAt(values),
    origin,
  };
}

/** The project's id, its number while nothing told the id. Folders, organisations and billing accounts are in no project: empty. */
function accountOf(asset: Asset, names: AssetNames): string {
  const app = /^\/\/appengine\.googleapis\.com\/apps\/([^/]+)/.exec(asset.name)?.[1];
  const project = [asset.name, asset.parent ?? "", ...asset.ancestors].map(projectOf).find((found) => found !== null && found !== "_") ?? app ?? null;
  return project === null ? "" : (names.idOfProject(project) ?? project);
}

/** Names that say nothing to a person: numbers, UUIDs, billing accounts, sixteen and more hexadecimal digits. */
const opaque = /^(?:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-F]{6}(?:-[0-9A-F]{6}){2}|[0-9a-f]{16,})$/;

/** `projects/p/locations/l/services/s`: many types have their path for a name. */
const isPath = /^(?:\/\/)?[a-z][A-Za-z.-]*\/./;

/** Whose names are made by the cloud, or from the title that people gave. */
const titled = /^(?:monitoring|aiplatform|bigquerydatatransfer|cloudresourcemanager)\.googleapis\.com\//;

function nameOf(type: string, id: string, values: AssetValues, names: AssetNames): string {
  const last = lastSegment(id);
  if (type === "cloudresourcemanager.googleapis.com/Project") return values.first("projectId") ?? names.idOfProject(last) ?? last;
  if (type === "iam.googleapis.com/ServiceAccount") return (values.first("email") ?? last).split("@")[0] ?? last;
  const written = values.first("name", "metadata.name") ?? last;
  const own = isPath.test(written) ? lastSegment(written) : written;
  return opaque.test(own) || titled.test(type) ? (values.first("displayName") ?? own) : own;
}

/** As Google shouts it, in lower case. */
function stateOf({ data }: Asset, values: AssetValues): string | null {
  if (values.first("settings.activationPolicy") === "NEVER") return "stopped";
  if (data?.disabled === true) return "disabled";
  return values.first("status", "state", "lifecycleState", "servingStatus", "status.phase", "status.state")?.toLowerCase() ?? null;
}

function createdAt(values: AssetValues): string | null {
  const written = values.first("creationTimestamp", "createTime", "timeCreated", "creationTime", "metadata.creationTimestamp");
  // BigQuery counts milliseconds.
  const date = new Date(written !== null && /^\d{12,}$/.test(written) ? Number(written) : (written ?? ""));
  // Zero is how some say that they do not know.
  return Number.isNaN(date.getTime()) || date.getTime() === 0 ? null : date.toISOString();
}

/** Network tags are no labels: they tie firewall rules and machines together. */
function labelsOf(data: JsonObject): Record<string, string> {
  const settings = objectAt(data, "settings");
  const places = [data.labels, data.resourceLabels, objectAt(data, "metadata").labels, settings.userLabels, objectAt(data, "properties").labels];
  return Object.assign({}, ...places.map(textsOf)) as Record<string, string>;
}

function objectAt(data: JsonObject, key: string): JsonObject {
  const value = data[key];
  return value !== undefined && value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

function textsOf(value: JsonValue | undefined): Record<string, string> {
  if (value === undefined || value === null || typeof value !== "object" || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([key, text]) => (typeof text === "string" ? [[key, text]] : [])));
}

function withoutEmpty(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, filled(value)] as const).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}

function filled(value: JsonValue): JsonValue | undefined {
  if (value === null || value === "") return undefined;
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const kept = value.map(filled).filter((item) => item !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  const kept = withoutEmpty(value);
  return Object.keys(kept).length === 0 ? undefined : kept;
}
