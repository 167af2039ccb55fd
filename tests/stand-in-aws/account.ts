import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Refusal } from "../aws/proxy-refusals";
import { makeEstate, type Thing } from "./estate";
import { openHold, type Hold, type OpenHold } from "./hold";

/** One call to the stand-in. */
export interface Call {
  /** `ec2:DescribeVpcs` */
  action: string;
  region: string;
  /** The process that called, by its AWS_SDK_UA_APP_ID. */
  caller: string;
  /** Milliseconds since 1970, when it came. */
  at: number;
}

export interface AccountOptions {
  regions: readonly string[];
  /** Left out: two networks in each region, with what lies in them. */
  things?: readonly Thing[];
  /** Left out: one of its own. */
  accessKeyId?: string;
}

/** An AWS account of the test's making. What is changed in it counts from the next call on; nothing touches the calls by which a session is opened. */
export interface StandInAccount {
  id: string;
  credentials: { mode: "keys"; accessKeyId: string; secretAccessKey: string };
  regions: readonly string[];
  things: Thing[];
  /** In the order in which they came. */
  calls: Call[];
  /** How an action is refused, in one region or in all: `ec2:DescribeVpcs eu-west-1`, `ec2:DescribeVpcs`, `*`. */
  refusals: Map<string, Refusal>;
  /** How long an answer takes. */
  latencyMs: () => number;
  /** Answers the next `times` calls with "slow down". */
  throttle(action: string, region: string, times: number): void;
  /** Keeps calls waiting: all of them, those of one action, or those of one action in one region. */
  hold(action?: string, region?: string): Hold;
  /** Lets go on what is held, and whatever comes. */
  release(): void;
}

export interface KnownAccount extends StandInAccount {
  /** Waits where a hold is on the call, and answers what it is refused with. */
  treat(call: Call): Promise<Refusal | null>;
}

/** What tells who is calling: asked whenever a session is opened, and no part of what is counted. */
const aboutTheCaller = new Set(["sts:GetCallerIdentity", "ec2:DescribeRegions"]);

export function openAccount({ regions, things = makeEstate(regions), accessKeyId }: AccountOptions): KnownAccount {
  const id = String(randomInt(10 ** 11, 10 ** 12));
  const throttled = new Map<string, number>();
  const holds: { matches: (call: Call) => boolean; hold: OpenHold }[] = [];
  const account: KnownAccount = {
    id,
    credentials: { mode: "keys", accessKeyId: accessKeyId ?? `AKIA${id}`, secretAccessKey: "secret" },
    regions,
    things: [...things],
    calls: [],
    refusals: new Map(),
    latencyMs: () => 0,
    throttle: (action, region, times) => void throttled.set(`${action} ${region}`, times),
    hold(action, region) {
      const hold = openHold();
      holds.push({ matches: (call) => (action ?? call.action) === call.action && (region ?? call.region) === call.region, hold });
      return hold;
    },
    release: () => holds.splice(0).forEach(({ hold }) => hold.release()),
    async treat(call) {
      if (aboutTheCaller.has(call.action)) return null;
      account.calls.push(call);
      await wait(account.latencyMs());
      const place = `${call.action} ${call.region}`;
      const due = throttled.get(place) ?? 0;
      if (due > 0) {
        throttled.set(place, due - 1);
        return "throttled";
      }
      await Promise.all(holds.filter(({ matches }) => matches(call)).map(({ hold }) => hold.take(call)));
      const { refusals } = account;
      return refusals.get(place) ?? refusals.get(call.action) ?? refusals.get("*") ?? null;
    },
  };
  return account;
}
