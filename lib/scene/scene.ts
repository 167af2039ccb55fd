import type { GlyphId } from "../catalogue";
import type { Category } from "../core/resource/category";
import type { EdgeKind } from "../core/resource/edge";
import type { Mark } from "./box-marks";
import type { Point, Size } from "./placement";
import type { FrameLevel, Status } from "./view/view";

/** A line of text that is already cut to its room. `full` is the uncut text, for tooltips and exports without room. */
export interface SceneText {
  text: string;
  full: string;
}

/** One drawn box: a frame that holds others, or a card. All coordinates are absolute px. */
export interface SceneBox extends Point, Size {
  /** The resource id, or a grouping id such as `region:123456789012/eu-west-1`. */
  id: string;
  kind: "frame" | "card";
  parent: string | null;
  depth: number;
  /** What a frame stands for; null for cards. */
  level: FrameLevel | null;
  /** Px of a frame's top that its title takes; 0 for cards. Where the words go: `boxParts`. */
  headerHeight: number;
  /** Null for frames that are no resource. */
  category: Category | null;
  /** Null for frames that are no resource (provider, account, region). */
  resourceKey: string | null;
  provider: string;
  /** The cloud's own type name; null for frames that are no resource. */
  type: string | null;
  title: SceneText;
  /** Type and what is worth a second line; null when there is nothing to say. */
  subtitle: SceneText | null;
  meta: SceneText | null;
  glyph: GlyphId;
  /** Stands for something nobody listed: drawn dashed. */
  isOutside: boolean;
  /** A frame that is folded into a card: drawn as a stack of sheets. */
  isCollapsed: boolean;
  /** Of a frame the worst inside. */
  status: Status;
  /** Only on cards. */
  marks: readonly SceneMark[];
  style: BoxStyle;
}

/** A mark with its place, from the box's corner. Marks of one kind are one object. */
export interface SceneMark extends Point {
  mark: Mark;
}

export interface BoxStyle {
  fill: string;
  stroke: string;
  strokeWidth: number;
  /** SVG dash array; empty = solid. */
  dash: string;
  radius: number;
  titleColor: string;
  mutedColor: string;
  /** The category's (card) or level's (frame) ink: bar, title glyph. */
  accent: string;
  tileFill: string;
  glyphColor: string;
}

export interface SceneLine {
  kind: EdgeKind;
  from: string;
  to: string;
  points: Point[];
  label: string;
  isDerived: boolean;
  /** Starts at "Internet": open to everybody. */
  isExposed: boolean;
  /** How many relationships it stands for; more than 1 only at folded frames. */
  merged: number;
  style: LineStyle;
}

export interface LineStyle {
  stroke: string;
  width: number;
  dash: string;
  startArrow: ArrowKind;
  endArrow: ArrowKind;
}

export type ArrowKind = "none" | "filled" | "open";

export interface LegendEntry {
  kind: "category" | "edge";
  id: string;
  label: string;
  count: number;
  /** Category entries carry a glyph and colours, edge entries a line style. */
  glyph: GlyphId | null;
  tileFill: string | null;
  glyphColor: string | null;
  line: LineStyle | null;
}

/** A note that a person wrote on a box, for the list below the picture. */
export interface SceneNote {
  box: string;
  /** The box's own words. */
  title: string;
  text: string;
}

/** Everything that is drawn, decided: the canvas and every renderer read this and nothing else. */
export interface Scene extends Size {
  title: string;
  /** Below the title: how much is drawn, and of which moment. */
  caption: string;
  theme: string;
  background: string;
  textColor: string;
  mutedColor: string;
  /** Parents before children. */
  boxes: SceneBox[];
  lines: SceneLine[];
  legend: LegendEntry[];
  notes: SceneNote[];
}
