import type { JsonObject, JsonValue } from "../../../../core/json";

export interface AssetValue {
  /** As written: `networkInterfaces[].subnetwork`. */
  path: string;
  text: string;
}

// As deep as the secrets' cleaner goes: an end for what hostile files nest.
const maxDepth = 48;

/**
 * Every text in an asset's data, found by its path. Old exports write lists in the singular (`networkInterface[]`) and some
 * names with underscores: paths compare without case, underscores and the plural of lists.
 */
export class AssetValues {
  readonly all: readonly AssetValue[];
  readonly #byPath = new Map<string, AssetValue[]>();

  constructor(data: JsonObject) {
    const all: AssetValue[] = [];
    collect(data, "", 0, all);
    this.all = all;
    for (const value of all) {
      const key = pathKey(value.path);
      const present = this.#byPath.get(key);
      if (present === undefined) this.#byPath.set(key, [value]);
      else present.push(value);
    }
  }

  at(path: string): string[] {
    return (this.#byPath.get(pathKey(path)) ?? []).map(({ text }) => text);
  }

  first(...paths: string[]): string | null {
    for (const path of paths) {
      const [text] = this.at(path);
      if (text !== undefined) return text;
    }
    return null;
  }
}

export function pathKey(path: string): string {
  return path.toLowerCase().replaceAll("_", "").replace(/(?<=ss)es\[\]|(?<!s)s\[\]/g, "[]");
}

function collect(value: JsonValue, path: string, depth: number, into: AssetValue[]): void {
  if (typeof value === "string") {
    if (value !== "") into.push({ path, text: value });
  } else if (Array.isArray(value)) {
    if (depth < maxDepth) for (const item of value) collect(item, `${path}[]`, depth + 1, into);
  } else if (value !== null && typeof value === "object" && depth < maxDepth) {
    for (const [key, inner] of Object.entries(value)) collect(inner, path === "" ? key : `${path}.${key}`, depth + 1, into);
  }
}
