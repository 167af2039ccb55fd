import { at } from "../box-tree";
import type { Route } from "./find-routes";
import { channelMiddle, lanePlace, type Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import { caps, type Ports } from "./ports";
import { stackRuns, type Run } from "./stack-runs";
import { trunks } from "./trunks";

export interface Lanes {
  /** How many lie side by side in each channel. */
  count: Int32Array;
  /** Where each route runs in its channels, by route and channel on its way: x where it runs down, y where across. */
  places: number[][];
}

/** Gives every line its own lane in each channel it runs in, beside those it would lie on; trunks share one. */
export function assignLanes(plan: Plan, geometry: Geometry, routes: readonly Route[], ports: Ports): Lanes {
  const lanes: Lanes = {
    count: new Int32Array(plan.channels),
    places: routes.map(({ channels }) => channels.map((channel) => channelMiddle(geometry, channel))),
  };
  const trunkOf = trunks(plan.channels, routes, plan.input.bundle);
  const inChannel = segmentsByChannel(plan, routes);
  // Those that run down first: those across then end exactly where they turn.
  for (const isDown of [true, false]) {
    for (const cell of plan.cells) {
      const [first, last] = isDown ? [cell.v, cell.v + cell.columns] : [cell.h, cell.h + cell.rows];
      for (let channel = first; channel <= last; channel++) {
        const segments = inChannel[channel];
        if (segments === undefined) continue;
        const runs = runsOf(segments, channel, { geometry, routes, ports, lanes, trunkOf });
        const count = stackRuns([...runs.values()]);
        lanes.count[channel] = count;
        for (const { route, step } of segments) {
          const run = runs.get(trunkOf[route]?.[step] ?? -1);
          const places = lanes.places[route];
          if (run !== undefined && places !== undefined) places[step] = lanePlace(geometry, channel, run.lane, count);
        }
      }
    }
  }
  return lanes;
}

interface Segment {
  route: number;
  /** Which of the route's channels. */
  step: number;
}

function segmentsByChannel(plan: Plan, routes: readonly Route[]): (Segment[] | undefined)[] {
  const segments = new Array<Segment[] | undefined>(plan.channels);
  routes.forEach(({ channels }, route) => {
    channels.forEach((channel, step) => {
      const list = segments[channel];
      if (list === undefined) segments[channel] = [{ route, step }];
      else list.push({ route, step });
    });
  });
  return segments;
}

interface Context {
  geometry: Geometry;
  routes: readonly Route[];
  ports: Ports;
  lanes: Lanes;
  trunkOf: readonly number[][];
}

function runsOf(segments: readonly Segment[], channel: number, context: Context): Map<number, Run> {
  const runs = new Map<number, Run>();
  const middle = channelMiddle(context.geometry, channel);
  for (const { route, step } of segments) {
    const trunk = context.trunkOf[route]?.[step] ?? -1;
    const [from, to] = [place(context, route, step - 1), place(context, route, step + 1)];
    const before = Math.sign(place(context, route, step - 2) - middle);
    const after = isEnd(context, route, step + 1) ? before : Math.sign(place(context, route, step + 2) - middle);
    const next: Run = from <= to ? { low: from, high: to, lowSide: before, highSide: after, lane: 0 } : { low: to, high: from, lowSide: after, highSide: before, lane: 0 };
    const run = runs.get(trunk);
    if (run === undefined) runs.set(trunk, next);
    else widen(run, next);
  }
  return runs;
}

function widen(run: Run, next: Run): void {
  if (next.low < run.low) [run.low, run.lowSide] = [next.low, next.lowSide];
  if (next.high > run.high) [run.high, run.highSide] = [next.high, next.highSide];
}

/** Whether the route stops at a frame's border here, with nothing square to it. */
function isEnd({ routes }: Context, route: number, step: number): boolean {
  const found = routes[route];
  return found !== undefined && found.isInside && step >= found.channels.length;
}

/**
 * Where the part of a route at `step` runs, counted in channels; −1 and one past the last are the ways out of and into the
 * boxes, one further out the boxes' borders.
 */
function place({ geometry, routes, ports, lanes }: Context, index: number, step: number): number {
  const route = routes[index];
  const places = lanes.places[index];
  if (route === undefined || places === undefined) return 0;
  if (step >= 0 && step < places.length) return at(places, step);
  const [start, end] = caps(geometry, route);
  if (step === -1) return at(ports.start, index);
  if (step < -1) return start;
  return step === places.length && !route.isInside ? at(ports.end, index) : end;
}
