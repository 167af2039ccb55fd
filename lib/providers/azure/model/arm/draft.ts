import type { ResourceDraft } from "../../../../core/resource/collected";
import type { Origin } from "../../../../core/resource/resource";
import type { JsonObject, JsonValue } from "../../../../core/json";
import { armId, resourceGroupName, subscriptionOf } from "../arm-id";
import { objectOf, type ArmRow } from "./row";
import { valuesAtAll } from "./values-at-all";

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

const powerStates = ["extended.instanceView.powerState.code", "instanceView.statuses[].code"];
const states = ["powerState", "powerState.code", "state", "status", "diskState", "operationalState", "connectionStatus", "resourceState", "provisioningState"];

/** Whether it runs counts more than whether it was made; "PowerState/running" is "running". */
function stateOf({ properties }: ArmRow): string | null {
  if (!properties) return null;
  const power = valuesAtAll(properties, powerStates).find((code) => /^PowerState\//i.test(code));
  const state = power ?? valuesAtAll(properties, states)[0];
  return state?.replace(/^PowerState\//i, "") ?? null;
}

const moments = ["timeCreated", "creationTime", "creationDate", "createdDate", "dateCreated", "createTime", "createdTime", "createdAt", "createdOn", "createdAtUtc", "CreationDate"];

function createdAtOf({ systemData, properties }: ArmRow): string | null {
  const told = [...valuesAtAll(systemData ?? {}, ["createdAt"]), ...valuesAtAll(properties ?? {}, moments)];
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
  // Every value of every body passes here: entries and spreads cost three times as much.
  const kept: JsonObject = {};
  let isEmpty = true;
  for (const key of Object.keys(value)) {
    const filled = key === "__proto__" ? undefined : withoutEmpty(value[key], depth + 1);
    if (filled === undefined) continue;
    kept[key] = filled;
    isEmpty = false;
  }
  return isEmpty ? undefined : kept;
}
