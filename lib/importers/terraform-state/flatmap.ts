import type { JsonObject, JsonValue } from "../../core/json";

/**
 * Unfolds the flat attributes that Terraform 0.11 wrote and later versions kept until the next apply:
 * `{"tags.%": "1", "tags.Name": "a", "ports.#": "1", "ports.0": "80"}` → `{tags: {Name: "a"}, ports: ["80"]}`.
 */
export function unfoldFlatmap(flat: Record<string, unknown>): JsonObject {
  const root: Node = { value: null, members: new Map() };
  for (const [path, value] of Object.entries(flat)) {
    const text = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
    if (text !== null) place(root, path, text);
  }
  const unfolded: JsonObject = {};
  for (const [name, node] of root.members) if (name !== "__proto__") unfolded[name] = valueOf(node);
  return unfolded;
}

interface Node {
  value: string | null;
  members: Map<string, Node>;
}

// Terraform 0.11's schemas nested at most a few blocks; the rest of a hostile name is one key.
const maxSteps = 32;

function place(root: Node, path: string, text: string): void {
  const steps = path.split(".");
  const names = steps.length > maxSteps ? [...steps.slice(0, maxSteps - 1), steps.slice(maxSteps - 1).join(".")] : steps;
  let node = root;
  for (const name of names) {
    const next = node.members.get(name) ?? { value: null, members: new Map<string, Node>() };
    node.members.set(name, next);
    node = next;
  }
  node.value = text;
}

function valueOf(node: Node): JsonValue {
  if (node.members.size === 0) return node.value;
  const entries = [...node.members].filter(([name]) => name !== "#" && name !== "%" && name !== "__proto__");
  if (node.members.has("#")) return entries.map(([, member]) => valueOf(member));
  const object: JsonObject = {};
  for (const [name, member] of entries) object[name] = valueOf(member);
  return object;
}
