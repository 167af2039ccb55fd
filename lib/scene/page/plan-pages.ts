import type { Scene } from "../scene";
import { fitText } from "../text/fit-text";
import { textWidth } from "../text/text-width";
import { rowsHeight, stackRows, type PagePart, type PageRow } from "./page-row";
import { paperSizePt, ptPerMm, ptPerPx, type Orientation, type Paper } from "./paper";
import { placeSections, type SectionChoice } from "./place-sections";
import { planTiles, type Tile } from "./plan-tiles";

export interface PaperChoice {
  paper: Paper;
  orientation: Orientation;
  /** "fit": all of the picture on the first page; "tile": there, and at a size to be read on pages that are laid side by side. */
  fit: "fit" | "tile";
  marginMm: number;
}

/** All in points, from the upper left corner of the page. */
export interface Page {
  width: number;
  height: number;
  picture: PagePicture | null;
  /** Words around the picture, at reading size whatever the picture's is. */
  sections: PageSection[];
}

/** Parts in px of the drawing, to be drawn with their corner at `x`, `y` and at `ptPerPx`. */
export interface PageSection {
  x: number;
  y: number;
  parts: readonly PagePart[];
}

/** The part of the picture that a page shows. */
export interface PagePicture {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Points for each px of the picture. */
  scale: number;
  /** The px of the picture that is at `x`, `y`. */
  from: { x: number; y: number };
  /** Where on this overview the other pages' parts are, in points; where on a part the next ones begin. */
  cuts: { x: number[]; y: number[] };
}

const footerPx = 22;
const gapPx = 20;
/** What the legend and the notes may take of the first page before they get pages of their own. */
const mostBelow = 0.4;

interface Frame {
  width: number;
  height: number;
  margin: number;
  content: { width: number; height: number };
}

/** Pages for a scene: the picture with its title, legend and notes, the parts of a picture in tiles, and the notes that found no room. */
export function planPages(scene: Scene, { paper, orientation, fit, marginMm }: PaperChoice, choice: SectionChoice): Page[] {
  const plans = (["landscape", "portrait"] as const)
    .filter((candidate) => orientation === "auto" || orientation === candidate)
    .map((candidate) => planWith(scene, frameOf(paper, candidate, marginMm), fit, choice));
  // The one with the larger picture; of a small picture neither shrinks, and most are wide.
  const [first = [], second] = plans;
  return second === undefined || scaleOf(first) >= scaleOf(second) ? first : second;
}

function scaleOf(pages: readonly Page[]): number {
  return pages[0]?.picture?.scale ?? 0;
}

function frameOf(paper: Paper, orientation: "portrait" | "landscape", marginMm: number): Frame {
  const size = paperSizePt[paper];
  const [width, height] = orientation === "portrait" ? [size.width, size.height] : [size.height, size.width];
  const margin = marginMm * ptPerMm;
  return { width, height, margin, content: { width: width - 2 * margin, height: height - 2 * margin - footerPx * ptPerPx } };
}

function planWith(scene: Scene, frame: Frame, fit: PaperChoice["fit"], choice: SectionChoice): Page[] {
  const { content } = frame;
  const sections = placeSections(scene, choice, content.width / ptPerPx);
  const below = chooseBelow(sections.legend, sections.notes, content.height / ptPerPx);
  const first = planOverview(scene, frame, sections.header, below.here);
  const tiles = fit === "tile" ? planTiles(scene, content) : [];
  const needsTiles = tiles.length > 1 && (first.picture?.scale ?? 0) < (tiles[0]?.scale ?? 0);
  const pages = [
    needsTiles && first.picture !== null ? { ...first, picture: { ...first.picture, cuts: cutsOf(tiles, first.picture) } } : first,
    ...(needsTiles ? tiles.map((tile) => planTile(tile, frame, scene)) : []),
    ...flow(below.later, frame),
  ];
  return pages.map((page, index) => withFooter(page, frame, scene, choice.header, index, pages.length));
}

/** Rows of the first page, and those for pages of their own: a section is where there is room for all of it. */
function chooseBelow(legend: PageRow[], notes: PageRow[], heightPx: number): { here: PageRow[]; later: PageRow[] } {
  const most = heightPx * mostBelow;
  if (rowsHeight(legend) + rowsHeight(notes) <= most) return { here: [...legend, ...notes], later: [] };
  return rowsHeight(legend) <= most ? { here: legend, later: notes } : { here: [], later: [...legend, ...notes] };
}

function planOverview(scene: Scene, { width, height, margin, content }: Frame, header: readonly PageRow[], below: readonly PageRow[]): Page {
  const headerPt = rowsHeight(header) * ptPerPx;
  const belowPt = below.length === 0 ? 0 : (rowsHeight(below) + gapPx) * ptPerPx;
  const room = { width: content.width, height: content.height - headerPt - belowPt };
  // An empty picture has no size.
  const scale = Math.min(ptPerPx, room.width / Math.max(1, scene.width), room.height / Math.max(1, scene.height));
  const size = { width: scene.width * scale, height: scene.height * scale };
  const picture = { x: margin + (content.width - size.width) / 2, y: margin + headerPt, ...size, scale, from: { x: 0, y: 0 }, cuts: { x: [], y: [] } };
  return {
    width,
    height,
    picture,
    sections: [
      { x: margin, y: margin, parts: stackRows(header) },
      { x: margin, y: margin + headerPt + size.height + gapPx * ptPerPx, parts: stackRows(below) },
    ].filter(({ parts }) => parts.length > 0),
  };
}

function cutsOf(tiles: readonly Tile[], { x, y, scale }: PagePicture): PagePicture["cuts"] {
  const places = (axis: "x" | "y", start: number) => [...new Set(tiles.map((tile) => tile.from[axis]))].filter((from) => from > 0).map((from) => start + from * scale);
  return { x: places("x", x), y: places("y", y) };
}

function planTile({ column, row, scale, from, size, next }: Tile, { width, height, margin, content }: Frame, { mutedColor }: Scene): Page {
  const cut = (edge: number | null, start: number) => (edge === null ? [] : [margin + (edge - start) * scale]);
  const text = `Row ${row}, column ${column}`;
  const x = (content.width / ptPerPx - textWidth(text, footerWords.sizePx)) / 2;
  return {
    width,
    height,
    picture: { x: margin, y: margin, width: size.width * scale, height: size.height * scale, scale, from, cuts: { x: cut(next.x, from.x), y: cut(next.y, from.y) } },
    sections: [{ x: margin, y: margin + content.height, parts: [{ ...footerWords, x, text, color: mutedColor }] }],
  };
}

/** Rows over as many pages as they need. */
function flow(rows: readonly PageRow[], { width, height, margin, content }: Frame): Page[] {
  const pages: PageRow[][] = [];
  let left = 0;
  for (const row of rows) {
    if (row.heightPx > left) {
      pages.push([]);
      left = content.height / ptPerPx;
    }
    pages.at(-1)?.push(row);
    left -= row.heightPx;
  }
  return pages.map((some) => ({ width, height, picture: null, sections: [{ x: margin, y: margin, parts: stackRows(some) }] }));
}

const footerWords = { kind: "text", y: footerPx - 4, sizePx: 10, weight: 400, anchor: "start" } as const;

/** Which page it is and of what, where there are several. */
function withFooter(page: Page, { margin, content }: Frame, { title, mutedColor }: Scene, isTitled: boolean, index: number, count: number): Page {
  if (count < 2) return page;
  const widthPx = content.width / ptPerPx;
  const number = { ...footerWords, x: widthPx, anchor: "end", text: `Page ${index + 1} of ${count}`, color: mutedColor } as const;
  const name = { ...footerWords, x: 0, text: fitText(title, { roomPx: widthPx * 0.4, sizePx: 10 }).text, color: mutedColor };
  return { ...page, sections: [...page.sections, { x: margin, y: margin + content.height, parts: isTitled ? [name, number] : [number] }] };
}
