import { randomInt } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { operationOf } from "../aws/proxy-operation";
import type { Operation } from "../aws/proxy-operation";
import { refuse } from "../aws/proxy-refusals";
import { describeThings } from "./estate";
import type { Thing } from "./estate";

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

export interface Hold {
  /** Returns when at least so many calls wait here. */
  arrived(count?: number): Promise<Call[]>;
  /** Lets go on what waits, and whatever comes. */
  release(): void;
}

/** An AWS account of the test's making. What is changed in it counts from the next call on. */
export interface StandInAccount {
  id: string;
  credentials: { mode: "keys"; accessKeyId: string; secretAccessKey: string };
  regions: string[];
  things: Thing[];
  /** Every call in the order in which they came, but those that ask who is calling. */
  calls: Call[];
  /** Actions that are refused; `*` is every one that lists something. */
  denied: Set<string>;
  /** How long an answer takes. */
  latencyMs: () => number;
  /** Answers the next `times` calls with "slow down". */
  throttle(action: string, region: string, times: number): void;
  /** Keeps calls waiting, in one region or all. */
  hold(action: string, region?: string): Hold;
}

export interface StandInCloud {
  url: string;
  account(regions: readonly string[], things: Thing[]): StandInAccount;
  close(): void;
}

interface KnownAccount extends StandInAccount {
  /** Waits where a hold is on the call, and answers what it is refused with. */
  treat(call: Call): Promise<"denied" | "throttled" | null>;
}

/** A server that answers as AWS does, for accounts that are told apart by the access keys of the calls. */
export async function startCloud(): Promise<StandInCloud> {
  const accounts = new Map<string, KnownAccount>();
  const server = createServer((request, response) => {
    void answer(accounts, request).then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account(regions, things) {
      const account = openAccount([...regions], things);
      accounts.set(account.credentials.accessKeyId, account);
      return account;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(accounts: ReadonlyMap<string, KnownAccount>, request: IncomingMessage): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const body = await readText(request);
  const operation = operationOf(request, new URL(request.url ?? "", "http://stand-in"), body);
  const [, key = "", region = ""] = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
  const account = accounts.get(key);
  if (operation === null || account === undefined) return { status: 400, headers: {}, body: "" };
  const [, caller = ""] = /app\/(\S+)/.exec(request.headers["user-agent"] ?? "") ?? [];
  const refusal = await account.treat({ action: operation.action, region, caller, at: Date.now() });
  if (refusal !== null) return refuse(operation, refusal);
  const headers = { "content-type": operation.protocol === "lambda" ? "application/json" : "text/xml" };
  return { status: 200, headers, body: bodyOf(operation, account, region) };
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** What tells who is calling: asked whenever a session is opened, and no part of what is counted. */
const aboutTheCaller = new Set(["sts:GetCallerIdentity", "ec2:DescribeRegions"]);

function bodyOf({ action, protocol }: Operation, { id, regions, things }: StandInAccount, region: string): string {
  const name = action.split(":")[1] ?? "";
  if (protocol === "lambda") return JSON.stringify({ Functions: [], EventSourceMappings: [] });
  if (protocol === "s3") return "<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>";
  if (protocol === "ec2") return `<${name}Response>${action === "ec2:DescribeRegions" ? describeRegions(regions) : describeThings(action, id, things.filter((thing) => thing.region === region))}</${name}Response>`;
  const result = action === "sts:GetCallerIdentity" ? `<Arn>arn:aws:iam::${id}:user/reader</Arn><UserId>A</UserId><Account>${id}</Account>` : "";
  return `<${name}Response><${name}Result>${result}</${name}Result></${name}Response>`;
}

function describeRegions(regions: readonly string[]): string {
  return `<regionInfo>${regions.map((name) => `<item><regionName>${name}</regionName><optInStatus>opt-in-not-required</optInStatus></item>`).join("")}</regionInfo>`;
}

function openAccount(regions: string[], things: Thing[]): KnownAccount {
  const id = String(randomInt(10 ** 11, 10 ** 12));
  const throttled = new Map<string, number>();
  const holds: { matches: (call: Call) => boolean; take: (call: Call) => Promise<void> }[] = [];
  const account: KnownAccount = {
    id,
    credentials: { mode: "keys", accessKeyId: `AKIA${id}`, secretAccessKey: "secret" },
    regions,
    things,
    calls: [],
    denied: new Set(),
    latencyMs: () => 0,
    throttle: (action, region, times) => void throttled.set(`${action} ${region}`, times),
    hold(action, region) {
      const { take, ...hold } = openHold();
      holds.push({ matches: (call) => call.action === action && (region === undefined || call.region === region), take });
      return hold;
    },
    async treat(call) {
      if (aboutTheCaller.has(call.action)) return null;
      account.calls.push(call);
      await wait(account.latencyMs());
      const due = throttled.get(`${call.action} ${call.region}`) ?? 0;
      if (due > 0) {
        throttled.set(`${call.action} ${call.region}`, due - 1);
        return "throttled";
      }
      await Promise.all(holds.filter(({ matches }) => matches(call)).map(({ take }) => take(call)));
      return account.denied.has("*") || account.denied.has(call.action) ? "denied" : null;
    },
  };
  return account;
}

function openHold(): Hold & { take(call: Call): Promise<void> } {
  const waiting: Call[] = [];
  const watchers = new Set<() => void>();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  return {
    release,
    take(call) {
      waiting.push(call);
      for (const watch of watchers) watch();
      return released;
    },
    arrived: (count = 1) =>
      new Promise((resolve) => {
        const watch = () => {
          if (waiting.length < count) return;
          watchers.delete(watch);
          resolve([...waiting]);
        };
        watchers.add(watch);
        watch();
      }),
  };
}
