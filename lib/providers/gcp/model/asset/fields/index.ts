import { pathKey } from "../asset-values";
import { containerFields } from "./containers";
import { dataFields } from "./data";
import type { Field, Fields } from "./field";
import { loadBalancingFields } from "./load-balancing";
import { machineFields } from "./machines";
import { networkFields } from "./network";

const fields: Fields = { ...networkFields, ...machineFields, ...loadBalancingFields, ...containerFields, ...dataFields };

const byType = new Map(Object.entries(fields).map(([type, rows]) => [type, byPath(rows)]));
const none: ReadonlyMap<string, readonly Field[]> = new Map();

/** The fields of an asset type by `pathKey`. */
export function fieldsOf(type: string): ReadonlyMap<string, readonly Field[]> {
  return byType.get(type) ?? none;
}

function byPath(rows: readonly Field[]): Map<string, Field[]> {
  const found = new Map<string, Field[]>();
  for (const row of rows) found.set(pathKey(row.path), [...(found.get(pathKey(row.path)) ?? []), row]);
  return found;
}
