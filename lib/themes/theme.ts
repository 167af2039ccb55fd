import type { Category } from "../core/resource/category";
import type { EdgeKind } from "../core/resource/edge";

/** Colours of one category: `fill` behind a glyph, `onFill` the glyph itself, `ink` for text and lines on a card. */
export interface CategoryColors {
  fill: string;
  onFill: string;
  ink: string;
}

/** How a frame of one nesting level looks. `tint` of `ink` is blended over `base`, so that every reader draws one flat colour. */
export interface FrameColors {
  ink: string;
  base: string;
  tint: number;
}

/** A filled shape and what is written on it. */
export interface FillColors {
  fill: string;
  text: string;
}

/** What a theme draws otherwise of one kind of relationship. `dash` as in SVG, `width` in px. */
export interface LineTokens {
  ink?: string;
  width?: number;
  dash?: string;
}

/** A theme is tokens only: six-digit hex colours. Every word, line and box of a diagram takes its colour from here. */
export interface Theme {
  id: string;
  label: string;
  isDark: boolean;
  canvas: string;
  frame: string;
  /** Cards, panels and dialogs. */
  surface: string;
  text: string;
  muted: string;
  border: string;
  /** 0 to 1: borders are drawn at this share of their colour or more. High where fills do not tell frames and cards apart. */
  borderFloor: number;
  /** A relationship's line when nothing is hovered or selected. */
  edge: string;
  /** The line of something that is open to the internet. */
  exposed: string;
  /** Kinds of relationships that do not look as everywhere; what is open to the internet counts as one. */
  lines?: Readonly<Partial<Record<EdgeKind | "exposed", LineTokens>>>;
  focus: string;
  /** The ring around what is selected, and the rectangle that selects. */
  selection: string;
  /** The ring around what a search found; seen beside `selection`. */
  hit: string;
  primary: FillColors;
  /** The pill on what was first seen since the person last looked. */
  isNew: FillColors;
  /** How a resource does: text on cards, shapes on frames and the canvas. */
  ok: string;
  stopped: string;
  warn: string;
  error: string;
  categories: Record<Category, CategoryColors>;
  /** Inks of the clouds' own frames; a provider without a row takes the neutral ink. */
  providers: Record<string, string>;
  frames: {
    /** `ink` is replaced by the provider's. */
    provider: FrameColors;
    account: FrameColors;
    group: FrameColors;
    region: FrameColors;
    network: FrameColors;
    subnet: FrameColors;
    /** A resource that holds others, such as a cluster. `ink` is replaced by its category's. */
    resource: FrameColors;
  };
}
