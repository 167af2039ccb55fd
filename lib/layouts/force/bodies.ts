
/** What the forces act on: the siblings in one container as rectangles, by position. */
export interface Bodies {
  count: number;
  /** Middles. */
  x: Float64Array;
  y: Float64Array;
  width: Float64Array;
  height: Float64Array;
  springs: readonly Spring[];
}

export interface Spring {
  one: number;
  other: number;
  /** How many lines it stands for. */
  weight: number;
}

/** How far apart the middles of two tied bodies want to be: the way from border to border is `gapPx`, whatever their sizes. */
export function restLength({ width, height }: Bodies, one: number, other: number, dx: number, dy: number, gapPx: number): number {
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const across = ((width[one] ?? 0) + (width[other] ?? 0)) / 2;
  const down = ((height[one] ?? 0) + (height[other] ?? 0)) / 2;
  return Math.min(across / Math.max(Math.abs(dx) / length, 1e-6), down / Math.max(Math.abs(dy) / length, 1e-6)) + gapPx;
}

/** Pulls of one tie at its two ends: what has many ties moves less. Ties of hubs are weak, so that they do not pile up. */
export interface SpringPulls {
  strength: Float64Array;
  /** Share of the move that `other` makes. */
  bias: Float64Array;
}

export function springPulls({ count, springs }: Bodies): SpringPulls {
  const degree = new Float64Array(count);
  for (const { one, other } of springs) {
    degree[one] = (degree[one] ?? 0) + 1;
    degree[other] = (degree[other] ?? 0) + 1;
  }
  return {
    strength: Float64Array.from(springs, ({ one, other }) => 1 / Math.min((degree[one] ?? 0), (degree[other] ?? 0))),
    bias: Float64Array.from(springs, ({ one, other }) => (degree[one] ?? 0) / ((degree[one] ?? 0) + (degree[other] ?? 0))),
  };
}

/** Px: how strongly a body pushes others away, by its size. */
export function pushOf({ width, height }: Bodies, body: number): number {
  return Math.hypot((width[body] ?? 0), (height[body] ?? 0)) / 2;
}
