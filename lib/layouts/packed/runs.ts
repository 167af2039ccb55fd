import type { ChannelRoutes } from "./find-routes";
import type { Plan } from "./plan";
import type { Ports } from "./ports";
import { trunks } from "./trunks";

/**
 * Which steps run in which channel, and which of them are drawn as one: a run is a trunk's way along a channel. Runs are numbered
 * channel by channel, in the order of their first routes.
 */
export interface Runs {
  count: number;
  /** By step of the routes. */
  of: Int32Array;
  routeOf: Int32Array;
  /** Steps by channel; those of channel i begin at `stepStart[i]`. */
  step: Int32Array;
  stepStart: Int32Array;
  /** By channel: its first run; one more entry for the end. */
  first: Int32Array;
}

/** O(steps + channels). */
export function runsOf(plan: Plan, routes: ChannelRoutes, ports: Ports): Runs {
  const { channel } = routes;
  const steps = channel.length;
  const stepStart = new Int32Array(plan.channels + 1);
  channel.forEach((own) => {
    stepStart[own + 1] = (stepStart[own + 1] ?? 0) + 1;
  });
  stepStart.forEach((own, index) => {
    if (index > 0) stepStart[index] = own + (stepStart[index - 1] ?? 0);
  });
  const next = stepStart.slice();
  const step = new Int32Array(steps);
  channel.forEach((own, index) => {
    const place = next[own] ?? 0;
    step[place] = index;
    next[own] = place + 1;
  });
  const trunk = trunks(routes, ports);
  const runOfTrunk = new Int32Array(trunk.count).fill(-1);
  const of = new Int32Array(steps);
  const first = new Int32Array(plan.channels + 1);
  let count = 0;
  plan.isDown.forEach((_, own) => {
    first[own] = count;
    for (let index = stepStart[own] ?? 0; index < (stepStart[own + 1] ?? 0); index++) {
      const found = step[index] ?? 0;
      const number = trunk.of[found] ?? 0;
      if ((runOfTrunk[number] ?? -1) < 0) runOfTrunk[number] = count++;
      of[found] = runOfTrunk[number] ?? 0;
    }
  });
  first[plan.channels] = count;
  return { count, of, routeOf: routesOfSteps(routes), step, stepStart, first };
}

function routesOfSteps({ count, channel, stepStart }: ChannelRoutes): Int32Array {
  const routeOf = new Int32Array(channel.length);
  stepStart.subarray(0, count).forEach((first, route) => routeOf.fill(route, first, stepStart[route + 1]));
  return routeOf;
}
