import type { JsonValue } from "../../core/json";

const slots = 2 ** 16;
const maxLength = 200;
// Below lies nothing that a cloud writes, and a hostile file must not overflow the stack.
const maxDepth = 50;

/**
 * Lets equal texts of a file be one text in memory: JSON.parse makes each anew, and of an export's 25 texts a record eight in
 * ten were there before. Each text has one slot, which it loses to the next that falls there: what is near in a file repeats, and
 * a map of all would be more than it saves.
 */
export class SharedTexts {
  readonly #known = new Array<string>(slots).fill("");

  /** Puts the shared texts into the value, which nobody else holds yet. */
  shareIn(value: unknown): void {
    this.#share(value as JsonValue, 0);
  }

  #share(value: JsonValue, depth: number): JsonValue {
    if (typeof value === "string") return this.#one(value);
    if (value === null || typeof value !== "object" || depth > maxDepth) return value;
    if (Array.isArray(value)) for (const [index, item] of value.entries()) value[index] = this.#share(item, depth + 1);
    // Of such keys JSON.parse made members of the object's own, which an assignment might not find.
    else for (const key of Object.keys(value)) if (key !== "__proto__") value[key] = this.#share(value[key] ?? null, depth + 1);
    return value;
  }

  #one(text: string): string {
    if (text.length > maxLength) return text;
    const slot = slotOf(text);
    const known = this.#known[slot];
    if (known === text) return known;
    this.#known[slot] = text;
    return text;
  }
}

/** By its length and some of its letters, the last ones above all: ids begin alike. */
function slotOf(text: string): number {
  let hash = text.length;
  for (let at = 0; at < text.length - 6; at += 9) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  for (let at = Math.max(0, text.length - 6); at < text.length; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  return (hash ^ (hash >>> 16)) & (slots - 1);
}
