import { valuesAt } from "../../../../core/resource/attribute-path";
import type { ResourceDraft } from "../../../../core/resource/collected";
import type { Origin } from "../../../../core/resource/resource";
import type { JsonObject, JsonValue } from "../../../../core/json";
import { armId, resourceGroupName, subscriptionOf } from "../arm-id";
import { objectOf, type ArmRow } from "./row";

/** What the row says of the resource itself. */
export function draftOf(row: ArmRow, origin: Origin): ResourceDraft {
  const isManagementGroup = row.type === "Microsoft.Management/managementGroups";
  return {
    id: armId(row.id),
    provider: "azure",
    type: row.type,
    name: nameOf(row),
    account: isManagementGroup ? "" : (subscriptionOf(row.id) ?? row.subscriptionId?.toLowerCase() ?? ""),
    region: regionOf(row.location),
    zone: row.zones?.length === 1 ? (row.zones[0] ?? null) : null,
    // The row's own `resourceGroup` is in lower case, and names a provider where there is no group.
    group: resourceGroupName(row.id),
    state: stateOf(row),
    tags: row.tags,
    properties: propertiesOf(row),
    origin,
    createdAt: createdAtOf(row),
  };
}

/** Subscriptions and management groups are known by what people call them; their names are ids. */
function nameOf({ id, type, name, displayName, properties }: ArmRow): string {
  const isScope = /^Microsoft\.(Resources\/subscriptions|Management\/managementGroups)$/.test(type);
  const called = isScope ? [displayName, properties?.["displayName"]].find((value) => typeof value === "string" && value !== "") : undefined;
  if (typeof called === "string") return called;
  return name || (id.split("/").findLast((part) => part !== "") ?? id);
}

/** "West Europe" and "westeurope" are one place; "global" is none. */
function regionOf(location: string | null | undefined): string | null {
  const region = (location ?? "").toLowerCase().replaceAll(" ", "");
  return region === "" || region === "global" ? null : region;
}

const states = ["powerState", "powerState.code", "state", "status", "diskState", "operationalState", "connectionStatus", "resourceState", "provisioningState"];

/** Whether it runs counts more than whether it was made; "PowerState/running" is "running". */
function stateOf({ properties }: ArmRow): string | null {
  if (!properties) return null;
  const power = ["extended.instanceView.powerState.code", "instanceView.statuses[].code"].flatMap((path) => valuesAt(properties, path)).find((code) => /^PowerState\//i.test(code));
  const state = power ?? states.flatMap((path) => valuesAt(properties, path))[0];
  return state?.replace(/^PowerState\//i, "") ?? null;
}

const moments = ["timeCreated", "creationTime", "creationDate", "createdDate", "dateCreated", "createTime", "createdTime", "createdAt", "createdOn", "createdAtUtc"];

function createdAtOf({ systemData, properties }: ArmRow): string | null {
  const told = [...valuesAt(systemData ?? {}, "createdAt"), ...[...moments, "CreationDate"].flatMap((path) => valuesAt(properties ?? {}, path))];
  const moment = told.find((value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value));
  if (moment === undefined) return null;
  const at = new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(moment) ? moment : `${moment}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** What the body says beside its properties, and the id as Azure spells it. What is empty says nothing. */
function propertiesOf(row: ArmRow): JsonObject {
  const { kind, sku, identity, plan, extendedLocation, managedBy, zones } = row;
  const beside = withoutEmpty({ kind, sku, identity, plan, extendedLocation, managedBy, zones: zones && zones.length > 1 ? zones : null });
  const filled = { ...objectOf(withoutEmpty(row.properties ?? null)), ...objectOf(beside) };
  return { ...filled, armId: row.id };
}

const maxDepth = 60;

type Emptiable = JsonValue | undefined | { [key: string]: JsonValue | undefined };

/** Null, "" and what holds nothing else are left out. */
export function withoutEmpty(value: Emptiable, depth = 0): JsonValue | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "object") return value;
  if (depth > maxDepth) return undefined;
  if (Array.isArray(value)) {
    const kept = value.map((item) => withoutEmpty(item, depth + 1)).filter((item) => item !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const filled = withoutEmpty(inner, depth + 1);
    return filled === undefined ? [] : [[key, filled] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
