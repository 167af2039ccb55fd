import type { ChannelRoutes } from "./find-routes";
import { lanePitchPx, type Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import type { Ports } from "./ports";
import type { Runs } from "./runs";
import { stackRuns, type RunColumns } from "./stack-runs";
import type { Side } from "./side";
import { borderOf } from "./surroundings";

/** Where everything runs at the moment; filled anew each round. */
export interface Lanes {
  /** How many lie side by side in each channel. */
  count: Int32Array;
  /** By step of the routes: x where it runs down, y where across. */
  place: Float64Array;
  /** By port: where it is along its side. */
  port: Float64Array;
  /** By route: where its ends lie in the direction it leaves and arrives in. */
  start: Float64Array;
  end: Float64Array;
  runs: RunColumns;
}

export function emptyLanes(plan: Plan, routes: ChannelRoutes, ports: Ports, runs: Runs): Lanes {
  const byRoute = () => new Float64Array(routes.count);
  const byRun = () => new Float64Array(runs.count);
  return {
    count: new Int32Array(plan.channels),
    place: new Float64Array(routes.channel.length),
    port: new Float64Array(ports.count),
    start: byRoute(),
    end: byRoute(),
    runs: { low: byRun(), high: byRun(), lowSide: new Int8Array(runs.count), highSide: new Int8Array(runs.count), lane: new Int32Array(runs.count) },
  };
}

/** Gives every run its own lane in its channel, beside those it would lie on. */
export function assignLanes(plan: Plan, geometry: Geometry, routes: ChannelRoutes, ports: Ports, runs: Runs, lanes: Lanes): void {
  routes.channel.forEach((channel, step) => {
    lanes.place[step] = geometry.channelMiddle[channel] ?? 0;
  });
  lanes.start.forEach((_, route) => {
    lanes.start[route] = borderOf(geometry, routes.from[route] ?? 0, routes.fromSide[route] as Side);
    lanes.end[route] = borderOf(geometry, routes.to[route] ?? 0, routes.toSide[route] as Side);
  });
  // Those that run down first: those across then end exactly where they turn.
  for (let isDown = 1; isDown >= 0; isDown--) {
    plan.isDown.forEach((own, channel) => {
      const first = runs.first[channel] ?? 0;
      const end = runs.first[channel + 1] ?? 0;
      if (own !== isDown || first === end) return;
      const middle = geometry.channelMiddle[channel] ?? 0;
      lanes.runs.low.fill(Infinity, first, end);
      lanes.runs.high.fill(-Infinity, first, end);
      for (let index = runs.stepStart[channel] ?? 0; index < (runs.stepStart[channel + 1] ?? 0); index++) widen(routes, ports, runs, lanes, runs.step[index] ?? 0, middle);
      const count = stackRuns(lanes.runs, first, end);
      lanes.count[channel] = count;
      const pitch = lanePitchPx(geometry, channel, count);
      const firstLane = middle - ((count - 1) / 2) * pitch;
      for (let index = runs.stepStart[channel] ?? 0; index < (runs.stepStart[channel + 1] ?? 0); index++) {
        const step = runs.step[index] ?? 0;
        lanes.place[step] = firstLane + (lanes.runs.lane[runs.of[step] ?? 0] ?? 0) * pitch;
      }
    });
  }
}

/** Makes the run of a step as long as the step needs, and notes on which side of the channel its ends turn off. */
function widen(routes: ChannelRoutes, ports: Ports, runs: Runs, lanes: Lanes, step: number, middle: number): void {
  const { low, high, lowSide, highSide } = lanes.runs;
  const route = runs.routeOf[step] ?? 0;
  const run = runs.of[step] ?? 0;
  const first = routes.stepStart[route] ?? 0;
  const last = (routes.stepStart[route + 1] ?? 0) - 1;
  const isInside = routes.isInside[route] === 1;
  const from = (step > first ? lanes.place[step - 1] : lanes.port[ports.of[2 * route] ?? 0]) ?? 0;
  const to = (step < last ? lanes.place[step + 1] : isInside ? lanes.end[route] : lanes.port[ports.of[2 * route + 1] ?? 0]) ?? 0;
  const before = Math.sign(((step > first + 1 ? lanes.place[step - 2] : step > first ? lanes.port[ports.of[2 * route] ?? 0] : lanes.start[route]) ?? 0) - middle);
  let after = before;
  // A route that stops at a frame's border has nothing square to it there.
  if (step < last || !isInside) after = Math.sign(((step < last - 1 ? lanes.place[step + 2] : step < last && !isInside ? lanes.port[ports.of[2 * route + 1] ?? 0] : lanes.end[route]) ?? 0) - middle);
  const isForwards = from <= to;
  const lower = isForwards ? from : to;
  const upper = isForwards ? to : from;
  if (lower < (low[run] ?? 0)) {
    low[run] = lower;
    lowSide[run] = isForwards ? before : after;
  }
  if (upper > (high[run] ?? 0)) {
    high[run] = upper;
    highSide[run] = isForwards ? after : before;
  }
}
