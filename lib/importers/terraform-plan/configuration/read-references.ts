import type { References } from "./read-modules";

/** What one reference names. `key` is count index or for_each key, null without one; `rest` what follows of it. */
export type Reference =
  | { kind: "resource"; block: string; key: string | null; attribute: string | null }
  | { kind: "output"; call: string; key: string | null; output: string | null }
  | { kind: "variable"; name: string }
  | { kind: "each-value"; attribute: string | null }
  /** `each.key` and `count.index`: what stands beside it is meant with the same key. */
  | { kind: "own-key" }
  /** Nothing that a plan explains: it holds no local values. */
  | { kind: "local" };

const key = String.raw`(?:\[("(?:[^"\\]|\\.)*"|[^\]"]*)\])?`;
const output = new RegExp(String.raw`^module\.([^.[]+)${key}(?:\.([^.[]+))?`);
const resource = new RegExp(String.raw`^((?:data\.)?[^.[]+\.[^.[]+)${key}(?:\.([^.[]+))?`);

/** The references of an expression, each once: of `aws_vpc.a.id`, `aws_vpc.a` only the first. */
export function readReferences(references: References): Reference[] {
  const read: Reference[] = [];
  let longest = "";
  for (const text of references) {
    if (longest.startsWith(text) && /^[.[]/.test(longest.slice(text.length))) continue;
    longest = text;
    const reference = readReference(text);
    if (reference !== null) read.push(reference);
  }
  return read;
}

function readReference(text: string): Reference | null {
  const [first = "", second = ""] = text.split(/[.[]/, 2);
  if (first === "local") return { kind: "local" };
  if (first === "var") return { kind: "variable", name: second };
  if (first === "count" || text === "each.key") return { kind: "own-key" };
  if (first === "each") return { kind: "each-value", attribute: /^each\.value\.([^.[]+)/.exec(text)?.[1] ?? null };
  if (first === "path" || first === "terraform" || first === "self") return null;
  const called = first === "module" ? output.exec(text) : null;
  if (called?.[1] !== undefined) return { kind: "output", call: called[1], key: keyOf(called[2]), output: called[3] ?? null };
  const named = resource.exec(text);
  return named?.[1] === undefined ? null : { kind: "resource", block: named[1], key: keyOf(named[2]), attribute: named[3] ?? null };
}

/** What stands in brackets as the text that a count index or for_each key has. */
export function keyOf(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
