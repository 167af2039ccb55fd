import type { Unsaved } from "./unsaved";

/** The part of the browser's storage that is needed here. */
export type KeptStorage = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

function prefixOf(diagramId: string): string {
  return `cloudviz-unsaved ${diagramId} `;
}

/** Keeps what is not saved yet beyond a reload. Each page has an entry of its own, so that two never overwrite one another. */
export class UnsavedStorage {
  readonly #storage: KeptStorage;
  readonly #diagramId: string;
  readonly #own: string;

  constructor(storage: KeptStorage, diagramId: string) {
    this.#storage = storage;
    this.#diagramId = diagramId;
    this.#own = `${prefixOf(diagramId)}${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  }

  /** Null when there is nothing unsaved. */
  write(unsaved: Unsaved | null): void {
    if (unsaved === null) return this.#storage.removeItem(this.#own);
    try {
      this.#storage.setItem(this.#own, JSON.stringify(unsaved));
    } catch {
      // No room: the open page still has it, and asks before it is closed.
    }
  }

  /** What pages before this one left, oldest first. It is theirs until `drop` is called; what cannot be read is left out. */
  async leftovers(): Promise<{ unsaved: readonly Unsaved[]; drop: () => void }> {
    const names = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index))
      .filter((name): name is string => name !== null && name !== this.#own && name.startsWith(prefixOf(this.#diagramId)))
      .sort();
    if (names.length === 0) return { unsaved: [], drop: () => undefined };
    const schema = (await import("./unsaved")).unsaved;
    const unsaved = names.flatMap((name) => schema.safeParse(parseJson(this.#storage.getItem(name))).data ?? []);
    return { unsaved, drop: () => names.forEach((name) => this.#storage.removeItem(name)) };
  }
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
