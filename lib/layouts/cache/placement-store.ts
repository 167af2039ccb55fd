import type { Placement } from "../../scene/layout-input";

/** Where placements are kept by `layoutKey`. Both may fail: a store is a help, never a need. */
export interface PlacementStore {
  get(key: string): Promise<Placement | null>;
  /** May drop others to make room. */
  put(key: string, placement: Placement): Promise<void>;
}

/** Keeps what was used last, up to so many bytes. Gives and takes copies, so that nobody changes what is kept. */
export class MemoryPlacements implements PlacementStore {
  readonly #mostBytes: number;
  /** The one that was used longest ago first. */
  readonly #kept = new Map<string, Placement>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  async get(key: string): Promise<Placement | null> {
    const found = this.#kept.get(key);
    if (found === undefined) return null;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return structuredClone(found);
  }

  async put(key: string, placement: Placement): Promise<void> {
    this.#drop(key);
    if (bytesOf(placement) > this.#mostBytes) return;
    this.#kept.set(key, structuredClone(placement));
    this.#bytes += bytesOf(placement);
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const found = this.#kept.get(key);
    if (found === undefined) return;
    this.#bytes -= bytesOf(found);
    this.#kept.delete(key);
  }
}

function bytesOf({ x, y, boxWidth, boxHeight, points, pointStart }: Placement): number {
  return [x, y, boxWidth, boxHeight, points, pointStart].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
