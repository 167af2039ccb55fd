export const papers = ["a4", "a3", "letter"] as const;
export type Paper = (typeof papers)[number];

export const orientations = ["auto", "portrait", "landscape"] as const;
export type Orientation = (typeof orientations)[number];

/** Points (1/72 inch), upright. */
export const paperSizePt: Record<Paper, { width: number; height: number }> = {
  a4: { width: 595.28, height: 841.89 },
  a3: { width: 841.89, height: 1190.55 },
  letter: { width: 612, height: 792 },
};

export const ptPerMm = 72 / 25.4;

/** Words around the picture stand at this scale on every page: 12 px are 9 points. */
export const ptPerPx = 0.75;
