/** What the page is told, as columns: of 10,000 resources a megabyte instead of three. Numbers are places in the lists beside them. */
export interface PageData {
  title: string;
  caption: string;
  isDark: boolean;
  hasLegend: boolean;
  colors: PageColors;
  /** Texts that repeat. Place 0 is the empty one. */
  words: string[];
  /** SVG path data, drawn in a square of `glyphSize`. */
  glyphs: string[];
  glyphSize: number;
  glyphStroke: number;
  /** Signs of how a resource does, in a square of 16. */
  marks: { path: string; fill: string | null; stroke: string | null; strokeWidth: number }[][];
  looks: NodeLook[];
  frames: FrameLook[];
  lineLooks: LineLook[];
  nodes: NodeColumns;
  groups: GroupColumns;
  lines: LineColumns;
  legend: LegendRow[];
}

export interface PageColors {
  canvas: string;
  surface: string;
  text: string;
  muted: string;
  border: string;
  focus: string;
  selection: string;
  hit: string;
}

export interface NodeLook {
  fill: string;
  glyph: string;
  /** Around what nobody listed; null = none. */
  dashed: string | null;
}

export interface FrameLook {
  fill: string;
  stroke: string;
  width: number;
  dash: number[];
  ink: string;
}

export interface LineLook {
  stroke: string;
  width: number;
  dash: number[];
  startArrow: string;
  endArrow: string;
}

export interface NodeColumns {
  title: string[];
  /** Into `words`, as the next five. */
  subtitle: number[];
  meta: number[];
  type: number[];
  provider: number[];
  category: number[];
  /** What its marks say. */
  remarks: number[];
  glyph: number[];
  look: number[];
  /** −1 = none. */
  mark: number[];
  /** The innermost group around it; −1 = none. */
  group: number[];
  /** In the diagram, px: where the simulation begins. */
  x: number[];
  y: number[];
  /** Notes of people by the node's number. */
  notes: Record<number, string>;
}

/** Parents before children. */
export interface GroupColumns {
  title: string[];
  /** Into `words`. */
  level: number[];
  look: number[];
  parent: number[];
}

export interface LineColumns {
  from: number[];
  to: number[];
  /** Into `words`. */
  label: number[];
  /** The legend's row of it, into `words`. */
  row: number[];
  look: number[];
  isDerived: number[];
  merged: number[];
}

export interface LegendRow {
  kind: "category" | "edge";
  id: string;
  label: string;
  count: number;
  glyph: number;
  fill: string | null;
  ink: string | null;
  look: number;
}
