import type { SceneBox } from "./scene";
import type { FontWeight } from "./text/text-width";

/** Where one line of text goes inside its box: `x`, `y` from the box's corner, `y` is the baseline. */
export interface TextPart {
  x: number;
  y: number;
  sizePx: number;
  weight: FontWeight;
  anchor: "start" | "end";
}

/** A coloured square with a glyph in its middle; `radius` 0 and no fill where the glyph stands alone. */
export interface TilePart {
  x: number;
  y: number;
  sizePx: number;
  glyphPx: number;
  radius: number;
  isFilled: boolean;
}

/** The places of everything inside a box, so that the canvas and the exports cannot differ. */
export interface BoxParts {
  /** Width of the category bar along the left side; 0 = none. */
  barWidth: number;
  tile: TilePart;
  title: TextPart;
  subtitle: TextPart;
  meta: TextPart;
}

export const cardSize = { width: 220, height: 64 } as const;
/** A frame folded into a card. */
export const stackSize = { width: 240, height: 84 } as const;
/** How far the sheets behind it are shifted to the right and down, the lowest first. */
export const stackSheetsPx = [6, 3] as const;
export const cardBarWidth = 4;
export const frameHeaderHeight = 28;
/** The header of a resource that holds others: a small card. */
export const resourceHeaderHeight = 48;

const cardTile: TilePart = { x: 14, y: 12, sizePx: 40, glyphPx: 24, radius: 8, isFilled: true };
const cardTextX = 64;
const cardTextEnd = 10;
export const cardTextRoomPx = cardSize.width - cardTextX - cardTextEnd;
export const stackTextRoomPx = stackSize.width - cardTextX - cardTextEnd;

const frameGlyph: TilePart = { x: 12, y: 7, sizePx: 16, glyphPx: 16, radius: 0, isFilled: false };
const headerTile: TilePart = { x: 12, y: 8, sizePx: 32, glyphPx: 20, radius: 8, isFilled: true };

/** Between the title of a frame and what follows it in the same row. */
export const headerGapPx = 8;

/** `titlePx` is the drawn width of the title, needed only for frames whose subtitle follows in the same row. */
export function boxParts(box: Pick<SceneBox, "kind" | "headerHeight" | "width" | "height" | "subtitle" | "meta">, titlePx: number): BoxParts {
  if (box.kind === "card") return cardParts(box);
  return box.headerHeight > frameHeaderHeight ? resourceHeaderParts(box) : headerParts(box, titlePx);
}

function cardParts({ height, subtitle, meta }: Pick<SceneBox, "height" | "subtitle" | "meta">): BoxParts {
  const rows = 1 + Number(subtitle !== null) + Number(meta !== null);
  const lower = (height - cardSize.height) / 2;
  // Baselines that centre one, two or three rows in 64 px.
  const [first, second, third] = rows === 3 ? [21, 37, 53] : rows === 2 ? [29, 46, 46] : [37, 37, 37];
  const small = { x: cardTextX, sizePx: 11, weight: 400, anchor: "start" } as const;
  return {
    barWidth: cardBarWidth,
    tile: { ...cardTile, y: cardTile.y + lower },
    title: { x: cardTextX, y: first + lower, sizePx: 13, weight: 600, anchor: "start" },
    subtitle: { ...small, y: second + lower },
    meta: { ...small, y: (subtitle === null ? second : third) + lower },
  };
}

function headerParts({ width }: Pick<SceneBox, "width">, titlePx: number): BoxParts {
  const titleX = frameGlyph.x + frameGlyph.sizePx + 6;
  return {
    barWidth: 0,
    tile: frameGlyph,
    title: { x: titleX, y: 19, sizePx: 12, weight: 600, anchor: "start" },
    subtitle: { x: titleX + titlePx + headerGapPx, y: 19, sizePx: 11, weight: 400, anchor: "start" },
    meta: { x: width - 12, y: 19, sizePx: 11, weight: 400, anchor: "end" },
  };
}

function resourceHeaderParts({ width, subtitle }: Pick<SceneBox, "width" | "subtitle">): BoxParts {
  const textX = headerTile.x + headerTile.sizePx + 10;
  return {
    barWidth: 0,
    tile: headerTile,
    title: { x: textX, y: subtitle === null ? 28 : 22, sizePx: 13, weight: 600, anchor: "start" },
    subtitle: { x: textX, y: 37, sizePx: 11, weight: 400, anchor: "start" },
    meta: { x: width - 12, y: 22, sizePx: 11, weight: 400, anchor: "end" },
  };
}
