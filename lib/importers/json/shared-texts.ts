import type { JsonValue } from "../../core/json";

const maxKnown = 20_000;
const maxLength = 200;
// Below lies nothing that a cloud writes, and a hostile file must not overflow the stack.
const maxDepth = 50;

/**
 * Lets equal texts of a file be one text in memory: JSON.parse makes each anew, and of an export's 30 texts a record nine in ten
 * were there before. What is near in a file repeats, so that few have to be remembered.
 */
export class SharedTexts {
  #known = new Map<string, string>();

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
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= maxKnown) this.#known = new Map();
    this.#known.set(text, text);
    return text;
  }
}
