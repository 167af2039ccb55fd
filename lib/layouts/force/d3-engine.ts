import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import { at } from "../box-tree";
import { pushOf, restLength, type Bodies } from "./bodies";
import type { Forces } from "./forces";
import { SweepOrder } from "./sweep-order";

const ticks = 300;
/** From this tick on rectangles make room for each other: d3's own collision knows circles only. */
const freeTicks = 150;

interface Node extends SimulationNodeDatum {
  x: number;
  y: number;
}

/** d3-force with the same strengths as the engine of our own. */
export function d3Engine(bodies: Bodies, forces: Forces): void {
  const nodes = Array.from<unknown, Node>(bodies.x, (x, index) => ({ index, x: Number(x), y: at(bodies.y, index) }));
  const links = bodies.springs.map<SimulationLinkDatum<Node>>(({ one, other }) => ({ source: one, target: other }));
  const spring = forceLink<Node, SimulationLinkDatum<Node>>(links);
  const simulation = forceSimulation(nodes)
    .stop()
    .force("charge", forceManyBody<Node>().strength((_, index) => -forces.push * pushOf(bodies, index)))
    .force("x", forceX<Node>(0).strength(forces.pullX))
    .force("y", forceY<Node>(0).strength(forces.pullY))
    .force("spring", spring);
  const order = new SweepOrder(bodies);
  for (let tick = 0; tick < ticks; tick++) {
    spring.distance((_, index) => lengthNow(bodies, nodes, index, forces.gapPx));
    simulation.tick();
    if (tick < freeTicks) continue;
    copy(nodes, bodies);
    order.push(forces.gapPx / 2, 0.6);
    nodes.forEach((node, index) => {
      node.x = at(bodies.x, index);
      node.y = at(bodies.y, index);
    });
  }
  copy(nodes, bodies);
}

function lengthNow(bodies: Bodies, nodes: readonly Node[], index: number, gapPx: number): number {
  const { one, other } = bodies.springs[index] ?? { one: 0, other: 0 };
  const [a, b] = [nodes[one], nodes[other]];
  return a === undefined || b === undefined ? gapPx : restLength(bodies, one, other, b.x - a.x, b.y - a.y, gapPx);
}

function copy(nodes: readonly Node[], { x, y }: Bodies): void {
  nodes.forEach((node, index) => {
    x[index] = node.x;
    y[index] = node.y;
  });
}
