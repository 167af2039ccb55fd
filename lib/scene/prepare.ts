import { describeType, internetType } from "../catalogue";
import { internet } from "../core/collected";
import type { GroupKey, Overlay } from "../core/diagram";
import { edgeKinds, type Edge, type EdgeKind } from "../core/edge";
import { CloudVizError } from "../core/error";
import type { Inventory } from "../core/inventory";
import { isOutside, type Resource } from "../core/resource";
import { group, type Card, type Frame } from "../graph/group";
import type { Theme } from "../themes";
import { cardSize, cardTextRoomPx } from "./box-parts";
import { cardStyle, frameStyle } from "./box-style";
import { cleanText } from "./clean-text";
import { fitText } from "./fit-text";
import { frameWords } from "./frame-words";
import { legendOf } from "./legend";
import { lineStyle } from "./line-style";
import { framePadding, measureFrame } from "./measure-frame";
import type { LayoutBox, LayoutInput, LayoutLine, Placement } from "./placement";
import { metaLine, resourceTitle, typeLine } from "./resource-words";
import type { Scene, SceneBox, SceneLine } from "./scene";
import { subnetAccess } from "./subnet-access";

export interface PrepareOptions {
  title: string;
  /** The nesting levels to draw. */
  levels: readonly GroupKey[];
  theme: Theme;
  /** `hidden` resources are left out with their lines; `names` replace titles. */
  overlay?: Pick<Overlay, "hidden" | "names">;
}

export interface PreparedScene {
  /** For a layout. */
  input: LayoutInput;
  /** Puts what the layout answered together with every word and colour. Throws when a box or line was not placed. */
  finish(placement: Placement): Scene;
}

type Unplaced<Part> = Omit<Part, "x" | "y" | "width" | "height" | "points">;

interface Prepared {
  box: Unplaced<SceneBox>;
  layout: LayoutBox;
}

/**
 * Decides everything about a picture but the places. Pure: the same inventory and options give the same scene.
 * O(resources + edges).
 */
export function prepareScene(inventory: Pick<Inventory, "resources" | "edges">, options: PrepareOptions): PreparedScene {
  const shown = withoutHidden(inventory, new Set(options.overlay?.hidden));
  const resources = new Map(shown.resources.map((resource) => [resource.id, resource]));
  const { frames, cards, lines } = group(shown, options.levels);
  const parents = new Map<string, Frame>(frames.map((frame) => [frame.id, frame]));
  const context: Context = {
    ...options,
    resources,
    parents,
    counts: countInside(parents, cards),
    access: subnetAccess(resources, shown.edges),
    names: options.overlay?.names ?? {},
  };
  const boxes = [...frames.map((frame) => prepareFrame(frame, context)), ...inOrder(cards).flatMap((card) => prepareCard(card, context))];
  const sceneLines = lines.map((edge) => prepareLine(edge, options.theme));
  return {
    input: { boxes: boxes.map(({ layout }) => layout), lines: lines.map(layoutLine) },
    finish: (placement) => finish(placement, boxes, sceneLines, options),
  };
}

function layoutLine({ id, kind, from, to, certainty }: Edge): LayoutLine {
  return { id, from, to, targetFirst: supports.has(kind), bundle: `${kind} ${certainty}` };
}

/** Drawn with the target first: measured on a three-tier estate, this makes the picture a fifth narrower and lines 40 % shorter. */
const supports: ReadonlySet<EdgeKind> = new Set(["depends-on", "assumes"]);

interface Context extends PrepareOptions {
  resources: ReadonlyMap<string, Resource>;
  parents: ReadonlyMap<string, Frame>;
  /** Cards below each frame, at any depth. */
  counts: ReadonlyMap<string, number>;
  access: ReturnType<typeof subnetAccess>;
  names: Readonly<Record<string, string>>;
}

function withoutHidden({ resources, edges }: Pick<Inventory, "resources" | "edges">, hidden: ReadonlySet<string>) {
  if (hidden.size === 0) return { resources, edges };
  return {
    resources: resources.filter(({ id }) => !hidden.has(id)),
    edges: edges.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)),
  };
}

/** The internet first: layouts keep the given order where lines leave it open. */
function inOrder(cards: readonly Card[]): Card[] {
  return [...cards].sort((one, other) => Number(other.id === internet) - Number(one.id === internet));
}

function countInside(parents: ReadonlyMap<string, Frame>, cards: readonly Card[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { parent } of cards) {
    for (let frame = parent; frame !== null; frame = parents.get(frame)?.parent ?? null) counts.set(frame, (counts.get(frame) ?? 0) + 1);
  }
  return counts;
}

function depthOf(parent: string | null, parents: ReadonlyMap<string, Frame>): number {
  let depth = 0;
  for (let frame = parent; frame !== null; frame = parents.get(frame)?.parent ?? null) depth++;
  return depth;
}

function prepareFrame(frame: Frame, context: Context): Prepared {
  const resource = frame.resourceId === null ? undefined : context.resources.get(frame.resourceId);
  const isResource = frame.level === "resource";
  const words = frameWords(frame, resource, context);
  const { title, subtitle, meta, headerHeight, width } = measureFrame({ ...words, isResource });
  const padding = framePadding(headerHeight);
  const category = resource?.category ?? null;
  return {
    box: {
      id: frame.id,
      kind: "frame",
      parent: frame.parent,
      depth: depthOf(frame.parent, context.parents),
      level: frame.level,
      headerHeight,
      category,
      resourceKey: resource?.key ?? null,
      provider: frame.provider,
      title,
      subtitle,
      meta,
      glyph: resource === undefined ? levelGlyphs[frame.level] : describeType(resource.type).glyph,
      isOutside: false,
      style: frameStyle(context.theme, frame, category),
    },
    layout: { id: frame.id, parent: frame.parent, isFrame: true, width, height: padding.top + padding.bottom, padding },
  };
}

const levelGlyphs = {
  provider: "registry", account: "account", group: "group", region: "region", network: "network", subnet: "subnet", resource: "unknown",
} as const satisfies Record<Frame["level"], SceneBox["glyph"]>;

const noPadding = { top: 0, right: 0, bottom: 0, left: 0 };

function prepareCard({ id, parent }: Card, context: Context): Prepared[] {
  const resource = context.resources.get(id);
  if (resource === undefined) return [];
  const isUnseen = isOutside(resource) && resource.type !== internetType;
  const type = typeLine(resource);
  const meta = metaLine(resource, shownPlaces(parent, context));
  const small = { roomPx: cardTextRoomPx, sizePx: 11, where: "end" } as const;
  const { glyph } = describeType(resource.type);
  return [
    {
      box: {
        id,
        kind: "card",
        parent,
        depth: depthOf(parent, context.parents),
        level: null,
        headerHeight: 0,
        category: resource.category,
        resourceKey: resource.key,
        provider: resource.provider,
        title: fitText(context.names[id] ?? resourceTitle(resource), { roomPx: cardTextRoomPx, sizePx: 13, weight: 600 }),
        subtitle: type === null ? null : fitText(type, small),
        meta: meta === null ? null : fitText(meta, small),
        glyph: isUnseen && glyph === "unknown" ? "outside" : glyph,
        isOutside: isUnseen,
        style: cardStyle(context.theme, resource.category, isUnseen),
      },
      layout: { id, parent, isFrame: false, ...cardSize, padding: noPadding },
    },
  ];
}

/** Which of region and zone the frames around a card tell already. */
function shownPlaces(parent: string | null, { parents, resources }: Context): { isRegionShown: boolean; isZoneShown: boolean } {
  const shown = { isRegionShown: false, isZoneShown: false };
  for (let frame = parents.get(parent ?? ""); frame !== undefined; frame = parents.get(frame.parent ?? "")) {
    if (frame.level === "region") shown.isRegionShown = true;
    if (frame.level === "subnet" && typeof resources.get(frame.id)?.zone === "string") shown.isZoneShown = true;
  }
  return shown;
}

function prepareLine(edge: Edge, theme: Theme): Unplaced<SceneLine> {
  const { id, kind, from, to, evidence } = edge;
  const isDerived = edge.certainty === "derived";
  const style = lineStyle(theme, kind, { isDerived, isExposed: from === internet });
  return { id, kind, from, to, label: edgeKinds[kind].label, evidence, isDerived, style };
}

function finish(placement: Placement, boxes: readonly Prepared[], lines: readonly Unplaced<SceneLine>[], { title, theme }: PrepareOptions): Scene {
  const places = new Map(placement.boxes.map((place) => [place.id, place]));
  const routes = new Map(placement.lines.map((line) => [line.id, line.points]));
  const sceneBoxes = boxes.map(({ box }) => {
    const { x, y, width, height } = placedOr(places.get(box.id), box.id);
    return { ...box, x, y, width, height };
  });
  const sceneLines = lines.map((line) => ({ ...line, points: placedOr(routes.get(line.id), line.id) }));
  return {
    title: cleanText(title),
    theme: theme.id,
    background: theme.canvas,
    textColor: theme.text,
    mutedColor: theme.muted,
    width: placement.width,
    height: placement.height,
    boxes: sceneBoxes,
    lines: sceneLines,
    legend: legendOf(theme, sceneBoxes, sceneLines),
  };
}

function placedOr<Place>(place: Place | undefined, id: string): Place {
  if (place === undefined) throw new CloudVizError("internal", "The layout left out a part of the diagram; choose another layout.", { cause: id });
  return place;
}
