import type { JsonValue } from "@/lib/core/json";

export interface JsonChild {
  name: string;
  /** From the root: `Tags[0].Value`, `Environment["odd key"]`. */
  path: string;
  value: JsonValue;
}

/** What an object or a list holds; null for a value that holds nothing else. */
export function jsonChildren(value: JsonValue, path: string): JsonChild[] | null {
  if (Array.isArray(value)) return value.map((child, index) => ({ name: String(index), path: `${path}[${index}]`, value: child }));
  if (typeof value !== "object" || value === null) return null;
  return Object.entries(value).map(([name, child]) => ({ name, path: memberPath(path, name), value: child }));
}

function memberPath(path: string, name: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}

export interface JsonFinds {
  /** Paths to draw: what matches, what is around it, and all below a matching name. */
  shown: ReadonlySet<string>;
  /** How many names and values hold the text. */
  count: number;
}

/** Looks for a text, without case, in names and values. Null when there is nothing to look for. */
export function findInJson(root: JsonValue, text: string): JsonFinds | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return null;
  const shown = new Set<string>();
  let count = 0;
  /** Whether something in here matched; `isInside` a matching name everything is shown. */
  function walk(value: JsonValue, path: string, isInside: boolean): boolean {
    let hasFound = false;
    for (const child of jsonChildren(value, path) ?? []) {
      const isNamed = !Array.isArray(value) && child.name.toLowerCase().includes(wanted);
      const isValue = jsonChildren(child.value, child.path) === null && leafText(child.value).toLowerCase().includes(wanted);
      if (isNamed || isValue) count++;
      const isFoundBelow = walk(child.value, child.path, isInside || isNamed);
      if (isNamed || isValue || isFoundBelow || isInside) shown.add(child.path);
      hasFound ||= isNamed || isValue || isFoundBelow;
    }
    return hasFound;
  }
  walk(root, "", false);
  return { shown, count };
}

/** A value as it is shown and searched. */
export function leafText(value: JsonValue): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return "(empty list)";
  if (typeof value === "object") return "(empty)";
  return value === "" ? "(empty)" : String(value);
}
