import { setTimeout as wait } from "node:timers/promises";
import { unfinishedCells } from "../../lib/core/job/job";
import type { JobCell } from "../../lib/core/job/job";
import { arnOf } from "../stand-in-aws/estate";
import type { StandInAccount } from "../stand-in-aws/account";
import type { StandInAws } from "../stand-in-aws/start-aws";
import type { Api } from "./api";
import type { WorkerOptions, WorkerProcess } from "./worker-process";

/** What runs the jobs, with a database that is empty. */
export interface Platform extends WorkerOptions {
  /** Whether several processes may work on the database. */
  isShared: boolean;
  /** Whether the processes run the jobs themselves, so that one that is stopped ends its step first. */
  isEmbedded: boolean;
  /** How long after its death the work of a killed process is begun again, at most. */
  takeOverMs: number;
  /** Makes a server known that has just been started for the first time. */
  introduce?(url: string): Promise<void>;
}

/** What the cases work with. */
export interface Setting {
  platform: Platform;
  cloud: StandInAws;
  worker: WorkerProcess;
  api: Api;
}

export const regions = ["eu-west-1", "us-east-1", "ap-south-1"];

/** Returns when everything outside of the region has come to its end. */
export async function onlyLeft(api: Api, jobId: string, region: string): Promise<void> {
  const isOpen = (cell: JobCell) => cell.region !== region && unfinishedCells.some((status) => status === cell.status);
  for (;;) {
    const cells = await api.cells(jobId);
    if (cells.length > 0 && !cells.some(isOpen)) return;
    await wait(50);
  }
}

export function idsOf({ id, things }: Pick<StandInAccount, "id" | "things">): string[] {
  return things.map((thing) => arnOf(id, thing)).sort();
}

/** How often each of EC2's actions was called in each region, where that is of interest. Others share calls between cells. */
export function timesAsked({ calls }: StandInAccount, isOfInterest: (times: number) => boolean): Record<string, number> {
  const times = new Map<string, number>();
  for (const { action, region } of calls.filter((call) => call.action.startsWith("ec2:"))) times.set(`${action} ${region}`, (times.get(`${action} ${region}`) ?? 0) + 1);
  return Object.fromEntries([...times].filter(([, count]) => isOfInterest(count)));
}
