import { forceCollide, forceLink, forceManyBody, forceSimulation, type SimulationNodeDatum } from "d3-force";
import Elk, { type ElkNode } from "elkjs/lib/elk.bundled.js";
import { at, boxTree, childrenOf } from "../lib/layouts/box-tree";
import { elkPlacement } from "../lib/layouts/hierarchical/elk-placement";
import type { LayoutInput, Placement } from "../lib/scene/layout-input";

/** ELK's layered layout over the whole nesting, as its documentation shows it: right-angled routes, otherwise its defaults. */
export async function placeWithElkDefaults(input: LayoutInput): Promise<Placement> {
  const tree = boxTree(input);
  const node = (box: number): ElkNode => {
    const [top, right, bottom, left] = input.padding.subarray(4 * box, 4 * box + 4);
    return {
      id: `n${box}`,
      width: at(input.width, box),
      height: at(input.height, box),
      ...(input.isFrame[box] === 1 ? { layoutOptions: { "elk.padding": `[top=${top},left=${left},bottom=${bottom},right=${right}]` } } : {}),
      children: Array.from(childrenOf(tree, box), node),
    };
  };
  const root = await new Elk().layout({
    id: "root",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.hierarchyHandling": "INCLUDE_CHILDREN",
      "elk.edgeRouting": "ORTHOGONAL",
      "elk.json.edgeCoords": "ROOT",
      "elk.json.shapeCoords": "ROOT",
    },
    children: Array.from(childrenOf(tree, tree.count), node),
    edges: Array.from(input.from, (from, line) => ({ id: `e${line}`, sources: [`n${from}`], targets: [`n${at(input.to, line)}`] })),
  });
  return elkPlacement(root, { ...input, targetFirst: new Uint8Array(input.from.length) }, []);
}

interface Body extends SimulationNodeDatum {
  box: number;
}

/** d3-force over the cards alone, as its examples show it: links, charge, circles that do not collide; 300 ticks, straight lines. */
export function placeWithD3Force(input: LayoutInput): Placement {
  const bodies: Body[] = [...input.parent.keys()].filter((box) => input.isFrame[box] === 0).map((box) => ({ box }));
  const bodyOf = new Map(bodies.map((body) => [body.box, body]));
  const links = Array.from(input.from, (from, line) => ({ source: bodyOf.get(from), target: bodyOf.get(at(input.to, line)) })).flatMap(({ source, target }) => (source === undefined || target === undefined ? [] : [{ source, target }]));
  forceSimulation(bodies)
    .force("link", forceLink(links))
    .force("charge", forceManyBody())
    .force("collide", forceCollide<Body>(({ box }) => Math.hypot(at(input.width, box), at(input.height, box)) / 2))
    .stop()
    .tick(300);
  return straightPlacement(input, bodies, links);
}

/** Frames are nowhere; lines run between the middles of cards. */
function straightPlacement(input: LayoutInput, bodies: readonly Body[], links: readonly { source: Body; target: Body }[]): Placement {
  const left = bodies.reduce((least, { box, x = 0 }) => Math.min(least, x - at(input.width, box) / 2), Infinity);
  const top = bodies.reduce((least, { box, y = 0 }) => Math.min(least, y - at(input.height, box) / 2), Infinity);
  const [x, y] = [new Float64Array(input.parent.length), new Float64Array(input.parent.length)];
  let [width, height] = [0, 0];
  for (const body of bodies) {
    const { box } = body;
    x[box] = (body.x ?? 0) - at(input.width, box) / 2 - left;
    y[box] = (body.y ?? 0) - at(input.height, box) / 2 - top;
    width = Math.max(width, at(x, box) + at(input.width, box));
    height = Math.max(height, at(y, box) + at(input.height, box));
  }
  const points = Float64Array.from(links.flatMap(({ source, target }) => [source.x ?? 0, source.y ?? 0, target.x ?? 0, target.y ?? 0]));
  return { width, height, x, y, boxWidth: input.width, boxHeight: input.height, points, pointStart: Int32Array.from({ length: links.length + 1 }, (_, line) => 2 * line) };
}
