import type { Facet } from "../../core/resource/facets";
import type { JsonValue } from "../../core/json";
import type { Resource } from "../../core/resource/resource";
import { isOutside } from "../../core/resource/is-outside";
import { fieldNames, fields, isMoment, type FieldName } from "./fields";
import { writeKey, writeSegment } from "./filter-key";

/** What an answer may hold at most, so that no estate makes it large: about 100 kB of JSON. */
const most = { values: 50, tags: 100, tagValues: 20, properties: 60, propertyValues: 10, valueLength: 120, depth: 4 };

/** Keys whose values are all different, or are compared instead of chosen. */
const unlisted = new Set<FieldName>(["id", "address", ...fieldNames.filter((name) => isMoment({ kind: "field", name }))]);

class Counter {
  /** Resources that have the key. */
  count = 0;
  private readonly values = new Map<string, number>();

  add(values: readonly string[]): void {
    this.count++;
    for (const value of values.length > 1 ? new Set(values) : values) if (value.length <= most.valueLength) this.values.set(value, (this.values.get(value) ?? 0) + 1);
  }

  facet(key: string, limit: number): Facet {
    const found = Array.from(this.values, ([value, count]) => ({ value, count }));
    return { key, count: this.count, values: mostFrequent(found, limit), hasMore: found.length > limit };
  }
}

/** The most frequent, sorted. Of equally frequent ones the first met are kept: sorting 10,000 different names to keep 50 takes 20 ms. */
function mostFrequent<Item extends { value: string; count: number }>(items: readonly Item[], limit: number): Item[] {
  const least = items.length <= limit ? 0 : (Float64Array.from(items, ({ count }) => count).sort().at(-limit) ?? 0);
  const above = items.filter(({ count }) => count > least);
  const kept = [...above, ...items.filter(({ count }) => count === least).slice(0, limit - above.length)];
  return kept.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

/**
 * Counts what listed resources can be filtered by. `sourceNames` are the names of connections: of the ids and names that see a
 * resource, only names are offered.
 */
export function countFacets(
  inventory: { resources: readonly Resource[]; sources: ReadonlyMap<string, readonly string[]> },
  sourceNames: ReadonlySet<string>,
): { total: number; keys: Facet[] } {
  const listed = inventory.resources.filter((resource) => !isOutside(resource));
  const own = new Map(fieldNames.map((name) => [name, new Counter()]));
  const tags = new Map<string, Counter>();
  const properties = new Map<string, Counter>();
  for (const resource of listed) {
    const sources = inventory.sources.get(resource.id) ?? [];
    for (const [name, counter] of own) {
      const values = fields[name].read(resource, sources).filter((value) => value !== "" && (name !== "source" || sourceNames.has(value)));
      if (values.length > 0) counter.add(unlisted.has(name) ? [] : values);
    }
    for (const [name, value] of Object.entries(resource.tags)) counterOf(tags, name).add([value]);
    const found = new Map<string, string[]>();
    collect(resource.properties, "property", 0, found);
    for (const [key, values] of found) counterOf(properties, key).add(values);
  }
  return {
    total: listed.length,
    keys: [
      ...Array.from(own, ([name, counter]) => counter.facet(name, most.values)),
      ...frequent(tags, most.tags).map(([name, counter]) => counter.facet(writeKey({ kind: "tag", name }), most.tagValues)),
      ...frequent(properties, most.properties).map(([key, counter]) => counter.facet(key, most.propertyValues)),
    ],
  };
}

function counterOf(counters: Map<string, Counter>, key: string): Counter {
  let counter = counters.get(key);
  if (counter === undefined) counters.set(key, (counter = new Counter()));
  return counter;
}

function frequent(counters: ReadonlyMap<string, Counter>, limit: number): [string, Counter][] {
  const items = Array.from(counters, ([value, counter]) => ({ value, count: counter.count, counter }));
  return mostFrequent(items.filter(({ value }) => value.length <= most.valueLength), limit).map(({ value, counter }) => [value, counter]);
}

/** The scalars of a resource's properties, by key as filters write it. */
function collect(value: JsonValue, key: string, depth: number, found: Map<string, string[]>): void {
  if (value === null) return;
  if (Array.isArray(value)) {
    for (const element of value) collect(element, key, depth, found);
  } else if (typeof value === "object") {
    if (depth < most.depth) for (const [name, inside] of Object.entries(value)) collect(inside, `${key}.${writeSegment(name)}`, depth + 1, found);
  } else {
    const values = found.get(key);
    if (values === undefined) found.set(key, [String(value)]);
    else values.push(String(value));
  }
}
