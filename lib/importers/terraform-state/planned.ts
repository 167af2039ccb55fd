import type { JsonObject, JsonValue } from "../../core/json";

/** What a plan says of an instance beyond its attributes. */
export interface Planned {
  /** null: it stays as it is. */
  action: PlannedAction | null;
  /** Attributes that nobody knows before apply, and which instances they will name. */
  pending: readonly Pending[];
  /** What it will lie in, where only its own id, which nobody knows yet, will say so: the attribute that takes the other's name, and the other's address. */
  inside: { path: string; address: string } | null;
}

export type PlannedAction = "create" | "update" | "replace" | "import";

export interface Pending {
  /** Names of attributes and positions in lists. */
  path: readonly (string | number)[];
  /** Addresses of instances. */
  targets: readonly string[];
}

/** As it stands under a box, and as a filter finds it: `state:"to be *"`. */
export const plannedWords: Record<PlannedAction, string> = { create: "to be created", update: "to be updated", replace: "to be replaced", import: "to be imported" };

/**
 * A copy of the attributes in which the pending ones hold the ids of what they will name: one id as it is, several as a list.
 * `idOf` gives the id of an address, null where it has none. `ids` are those that were filled in.
 */
export function withPending(attributes: JsonObject, pending: readonly Pending[], idOf: (address: string) => string | null): { attributes: JsonObject; ids: ReadonlySet<string> } {
  const filled: JsonObject = { ...attributes };
  const ids = new Set<string>();
  const copies = new Set<JsonValue>([filled]);
  for (const { path, targets } of pending) {
    const named = [...new Set(targets.flatMap((address) => idOf(address) ?? []))];
    if (named.length === 0) continue;
    for (const id of named) ids.add(id);
    place(filled, path, named, copies);
  }
  return { attributes: filled, ids };
}

/** Copies what it changes: the rest is shared with what is shown. */
function place(root: JsonObject, path: readonly (string | number)[], ids: readonly string[], copies: Set<JsonValue>): void {
  let node: JsonObject | JsonValue[] = root;
  for (const [depth, step] of path.entries()) {
    const present = memberOf(node, step);
    if (depth === path.length - 1) {
      setMember(node, step, valueWith(present, ids, copies));
      return;
    }
    const next: JsonObject | JsonValue[] = writable(present, typeof path[depth + 1] === "number", copies);
    setMember(node, step, next);
    node = next;
  }
}

/** A list keeps what is known of it. */
function valueWith(present: JsonValue, ids: readonly string[], copies: Set<JsonValue>): JsonValue {
  if (!Array.isArray(present)) return ids.length === 1 ? (ids[0] ?? null) : [...ids];
  const list = [...present.filter((item) => item !== null), ...ids];
  copies.add(list);
  return list;
}

function writable(present: JsonValue, isList: boolean, copies: Set<JsonValue>): JsonObject | JsonValue[] {
  if (present !== null && typeof present === "object" && copies.has(present)) return present;
  const copy = isList ? (Array.isArray(present) ? [...present] : []) : present !== null && typeof present === "object" && !Array.isArray(present) ? { ...present } : {};
  copies.add(copy);
  return copy;
}

function memberOf(node: JsonObject | JsonValue[], step: string | number): JsonValue {
  if (Array.isArray(node)) return typeof step === "number" ? (node[step] ?? null) : null;
  return Object.hasOwn(node, step) ? (node[step] ?? null) : null;
}

function setMember(node: JsonObject | JsonValue[], step: string | number, value: JsonValue): void {
  if (Array.isArray(node)) {
    // A position past the end would leave holes; the order of blocks means nothing to references.
    if (typeof step === "number" && step < node.length) node[step] = value;
    else node.push(value);
  } else if (step !== "__proto__") node[step] = value;
}
