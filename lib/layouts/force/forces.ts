/** Strengths of the forces; both engines take the same. */
export interface Forces {
  /** Px from border to border of tied boxes. */
  gapPx: number;
  /** Of the repulsion, per px of a box's radius. */
  push: number;
  /** To the middle; along y more, as pictures are to be wider than high. */
  pullX: number;
  pullY: number;
}

export const spreads = {
  compact: { gapPx: 30, push: 1.5, pullX: 0.05, pullY: 0.09 },
  normal: { gapPx: 56, push: 4, pullX: 0.035, pullY: 0.065 },
  wide: { gapPx: 110, push: 9, pullX: 0.02, pullY: 0.04 },
} as const satisfies Record<string, Forces>;
