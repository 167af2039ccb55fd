import { at } from "../box-tree";
import type { Route } from "./find-routes";

/**
 * For each channel on each route the number of the trunk it belongs to: routes of one bundle that leave one port, or arrive at
 * one, share a trunk as long as they take the same channels; of both the larger. Everything else is a trunk of its own.
 */
export function trunks(channels: number, routes: readonly Route[], bundles: Int32Array): number[][] {
  const ways = new Ways(channels);
  const outward = routes.map((route) => ways.walk(route.channels, startKey(route, bundles)));
  const inward = routes.map((route) => ways.walk(route.channels.toReversed(), endKey(route, bundles)).toReversed());
  return outward.map((own, route) => own.map((way, step) => (ways.users(way) >= ways.users(at(inward[route] ?? [], step)) ? way : at(inward[route] ?? [], step))));
}

function startKey({ line, from, fromSide, isReversed }: Route, bundles: Int32Array): string {
  const bundle = at(bundles, line);
  return bundle < 0 ? `line ${line}` : `${isReversed ? "in" : "out"} ${from} ${fromSide} ${bundle}`;
}

function endKey({ line, to, toSide, isReversed, isInside }: Route, bundles: Int32Array): string {
  const bundle = at(bundles, line);
  return bundle < 0 || isInside ? `line ${line}` : `${isReversed ? "out" : "in"} ${to} ${toSide} ${bundle}`;
}

/** Ways through channels from a start, each number standing for all that came the same way so far. */
class Ways {
  readonly #channels: number;
  readonly #starts = new Map<string, number>();
  readonly #steps = new Map<number, number>();
  readonly #users: number[] = [];

  constructor(channels: number) {
    this.#channels = channels;
  }

  walk(channels: readonly number[], start: string): number[] {
    let way = this.#starts.get(start) ?? this.#add();
    this.#starts.set(start, way);
    return channels.map((channel) => {
      const key = way * this.#channels + channel;
      way = this.#steps.get(key) ?? this.#add();
      this.#steps.set(key, way);
      this.#users[way] = this.users(way) + 1;
      return way;
    });
  }

  users(way: number): number {
    return at(this.#users, way);
  }

  #add(): number {
    return this.#users.push(0) - 1;
  }
}
