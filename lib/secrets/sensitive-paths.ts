import type { JsonValue } from "../core/json";

/** What is marked sensitive below one value: `all` of it, or parts of it by attribute name or index. */
export interface Sensitive {
  all: boolean;
  parts: Map<string, Sensitive>;
}

/**
 * Reads `sensitive_attributes`: lists of `{type: "get_attr" | "index", value}` steps, and the older forms (dotted names,
 * plain steps). A step that cannot be read (an element of a set) marks everything at that point.
 */
export function readSensitive(paths: readonly unknown[]): Sensitive | null {
  if (paths.length === 0) return null;
  const root: Sensitive = { all: false, parts: new Map() };
  for (const path of paths) mark(root, stepsOf(path));
  return root;
}

function mark(root: Sensitive, steps: readonly (string | null)[]): void {
  let node = root;
  for (const step of steps) {
    if (step === null) break;
    const next = node.parts.get(step) ?? { all: false, parts: new Map<string, Sensitive>() };
    node.parts.set(step, next);
    node = next;
  }
  // A path that says nothing would hide the whole resource; there is nothing to hide by it.
  if (node !== root) node.all = true;
}

function stepsOf(path: unknown): (string | null)[] {
  if (typeof path === "string") return path.split(/[.[\]]+/).filter((step) => step !== "");
  if (Array.isArray(path)) return path.map(stepOf);
  return [stepOf(path)];
}

function stepOf(step: unknown): string | null {
  if (typeof step === "string" || typeof step === "number") return String(step);
  if (!isRecord(step)) return null;
  const inner: unknown = isRecord(step.value) ? step.value.value : step.value;
  return typeof inner === "string" || typeof inner === "number" ? String(inner) : null;
}

function isRecord(value: unknown): value is Record<string, JsonValue> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
