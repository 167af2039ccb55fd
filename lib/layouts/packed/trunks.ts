import type { ChannelRoutes } from "./find-routes";
import type { Ports } from "./ports";

/**
 * For each step of each route (a channel on its way) the number of the trunk it belongs to: routes that leave one port, or
 * arrive at one, share a trunk as long as they take the same channels; of both the one with more routes. Everything else is a
 * trunk of its own. O(steps).
 */
export function trunks(routes: ChannelRoutes, ports: Ports): { of: Int32Array; count: number } {
  const { count, channel, stepStart } = routes;
  const outward = new Int32Array(channel.length);
  const inward = new Int32Array(channel.length);
  const ways = new Ways(ports.count, 2 * channel.length);
  stepStart.subarray(0, count).forEach((first, route) => {
    const end = stepStart[route + 1] ?? 0;
    const start = ports.of[2 * route] ?? 0;
    const stop = ports.of[2 * route + 1] ?? -1;
    let way = (ports.ends[start] ?? 0) > 1 ? start : -1;
    for (let step = first; step < end; step++) {
      const next = ways.next(way, channel[step] ?? 0);
      outward[step] = next;
      // What nobody can share needs no branches.
      if (way >= 0) way = next;
    }
    way = stop >= 0 && (ports.ends[stop] ?? 0) > 1 ? stop : -1;
    for (let step = end - 1; step >= first; step--) {
      const next = ways.next(way, channel[step] ?? 0);
      inward[step] = next;
      if (way >= 0) way = next;
    }
  });
  inward.forEach((way, step) => {
    if (ways.users(way) > ways.users(outward[step] ?? 0)) outward[step] = way;
  });
  return { of: outward, count: ways.count };
}

/** Ways through channels from ports, each number standing for all that came the same way so far: a tree of lists of branches. */
class Ways {
  count: number;
  readonly #channel: Int32Array;
  readonly #users: Int32Array;
  /** The first that goes on from here, and the next one that goes on from where this one does; 0 = none. */
  readonly #branch: Int32Array;
  readonly #beside: Int32Array;

  /** The ports are the first ways, none of them a step yet. */
  constructor(ports: number, steps: number) {
    this.count = Math.max(1, ports);
    const size = this.count + steps;
    this.#channel = new Int32Array(size);
    this.#users = new Int32Array(size);
    this.#branch = new Int32Array(size);
    this.#beside = new Int32Array(size);
  }

  /** One step further from a way; from −1 a way that nobody shares. */
  next(way: number, channel: number): number {
    if (way < 0) return this.#add(channel);
    let branch = this.#branch[way] ?? 0;
    while (branch !== 0 && this.#channel[branch] !== channel) branch = this.#beside[branch] ?? 0;
    if (branch === 0) {
      branch = this.#add(channel);
      this.#beside[branch] = this.#branch[way] ?? 0;
      this.#branch[way] = branch;
    } else this.#users[branch] = (this.#users[branch] ?? 0) + 1;
    return branch;
  }

  users(way: number): number {
    return this.#users[way] ?? 0;
  }

  #add(channel: number): number {
    const way = this.count++;
    this.#channel[way] = channel;
    this.#users[way] = 1;
    return way;
  }
}
