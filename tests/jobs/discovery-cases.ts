import { expect, test } from "vitest";
import type { JobCell, JobEvent } from "../../lib/core/job/job";
import { arnOf } from "../stand-in-aws/estate";
import type { Thing } from "../stand-in-aws/estate";
import type { StandInAccount } from "../stand-in-aws/account";
import { idsOf, onlyLeft, regions, timesAsked } from "./setting";
import type { Setting } from "./setting";

const [here = "", there = ""] = regions;

/** How a discovery may go while its server runs. */
export function discoveryCases(at: () => Setting): void {
  test("everything that is there is found once, and told as it comes", async () => {
    const { api, cloud } = at();
    const account = cloud.account({ regions });
    const held = account.hold("ec2:DescribeInstances", here);
    const { id } = await api.discover(await api.connect(account));
    const before: JobEvent[] = [];
    const isHeld = (event: JobEvent) => event.type === "cell" && event.data.region === here && event.data.collector === "aws.ec2.instance" && event.data.status === "running";
    for await (const event of api.events(id)) {
      before.push(event);
      if (isHeld(event)) break;
    }
    await held.arrived();
    account.release();
    const after: JobEvent[] = [];
    for await (const event of api.events(id, before.at(-1)?.id)) after.push(event);

    const job = await api.job(id);
    expect(job).toMatchObject({ status: "succeeded", attempt: 1, error: null, result: { resources: account.things.length, added: account.things.length, gone: 0 } });
    expect(await api.inventory(account.id)).toEqual(idsOf(account));
    expect(timesAsked(account, (times) => times !== 1)).toEqual({});
    const cells = await api.cells(id);
    expect(job.progress).toEqual({ done: cells.length, planned: cells.length });
    expect(cells.filter(({ status, count }) => status !== (count === 0 ? "empty" : "complete"))).toEqual([]);
    expect(cells.filter(({ collector }) => collector === "aws.ec2.vpc").map(({ region, count, added }) => [region, count, added])).toEqual(regions.map((region) => [region, 2, 2]));

    const all = [...before, ...after];
    const told: JobEvent[] = [];
    for await (const event of api.events(id, 0)) told.push(event);
    expect(all).toEqual(told);
    expect(all.map((event) => event.id)).toEqual([...new Set(all.map((event) => event.id))].sort((a, b) => a - b));
    expect(jobStatuses(all)).toEqual(["queued", "running", "succeeded"]);
    expect(all.at(-1)).toMatchObject({ type: "job" });
    for (const { ordinal, status } of cells) expect(cellStatuses(all, ordinal)).toEqual(["queued", "running", status]);
  });

  test("one denied action is named, and what it covers stays", async () => {
    const { api, cloud } = at();
    const account = cloud.account({ regions });
    const connection = await api.connect(account);
    await api.discovered(connection);
    const stays = take(account, "subnet", here);
    const goes = take(account, "instance", here);
    account.refusals.set("ec2:DescribeSubnets", "denied");
    const job = await api.discovered(connection);
    expect(job).toMatchObject({ status: "partial", result: { gone: 1, added: 0 } });
    const denied = (await api.cells(job.id)).filter(({ status }) => status === "denied");
    expect(denied.map(({ region, collector, permission }) => ({ region, collector, permission }))).toEqual(regions.map((region) => ({ region, collector: "aws.ec2.subnet", permission: "ec2:DescribeSubnets" })));
    const inventory = await api.inventory(account.id);
    expect(inventory).toContain(arnOf(account.id, stays));
    expect(inventory).not.toContain(arnOf(account.id, goes));
    expect(inventory).toHaveLength(account.things.length + 1);
  });

  test("all denied: failed, and nothing goes", async () => {
    const { api, cloud } = at();
    const account = cloud.account({ regions });
    const connection = await api.connect(account);
    await api.discovered(connection);
    account.refusals.set("*", "denied");
    const job = await api.discovered(connection);
    expect(job.status).toBe("failed");
    expect(job.error).toContain("denied");
    expect((await api.cells(job.id)).filter(({ status }) => status !== "denied")).toEqual([]);
    expect(await api.inventory(account.id)).toEqual(idsOf(account));
  });

  test("a throttled cell is left alone for a while and then seen", async () => {
    const { api, cloud } = at();
    const account = cloud.account({ regions });
    // As often as the AWS SDK tries by itself.
    account.throttle("ec2:DescribeSubnets", here, 10);
    const job = await api.discovered(await api.connect(account));
    expect(job.status).toBe("succeeded");
    expect(await api.inventory(account.id)).toEqual(idsOf(account));
    expect(timesAsked(account, (times) => times !== 1)).toEqual({ [`ec2:DescribeSubnets ${here}`]: 11 });
    const throttled = cellOf(await api.cells(job.id), "aws.ec2.subnet", here);
    const events: JobEvent[] = [];
    for await (const event of api.events(job.id)) events.push(event);
    expect(cellStatuses(events, throttled.ordinal)).toEqual(["queued", "running", "throttled", "running", "complete"]);
  });

  test("cancelled: what was found is kept, what was not seen stays", async () => {
    const { api, cloud } = at();
    const account = cloud.account({ regions });
    const connection = await api.connect(account);
    await api.discovered(connection);
    const stays = take(account, "instance", here);
    const goes = take(account, "instance", there);
    const comes: Thing = { kind: "vpc", region: there, id: "vpc-new", parent: null };
    account.things.push(comes);
    const held = account.hold("ec2:DescribeInstances", here);
    const { id } = await api.discover(connection);
    await held.arrived();
    await onlyLeft(api, id, here);
    await api.cancel(id);
    const job = await api.waitForEnd(id);
    account.release();
    expect(job).toMatchObject({ status: "cancelled", result: { added: 1, gone: 1 } });
    const cells = await api.cells(id);
    expect(cellOf(cells, "aws.ec2.instance", here)).toMatchObject({ status: "cancelled", count: 0 });
    expect(cellOf(cells, "aws.ec2.vpc", here).status).toBe("complete");
    const left = { id: account.id, things: [...account.things, stays] };
    expect(await api.inventory(account.id)).toEqual(idsOf(left));
    expect(idsOf(left)).not.toContain(arnOf(account.id, goes));
    // A discovery after it is as good as any.
    expect(await api.discovered(connection)).toMatchObject({ status: "succeeded", result: { added: 0, gone: 1 } });
    expect(await api.inventory(account.id)).toEqual(idsOf(account));
  });

  test("what failed is tried again alone, until a later discovery has looked", async () => {
    const { api, cloud } = at();
    const account = cloud.account({ regions });
    account.refusals.set("ec2:DescribeSubnets", "denied").set("ec2:DescribeVolumes", "denied");
    const connection = await api.connect(account);
    const { id, status } = await api.discovered(connection);
    expect(status).toBe("partial");
    account.refusals.clear();
    account.calls.length = 0;
    expect(await api.retry(id)).toBe(202);
    const job = await api.waitForEnd(id);
    expect(job).toMatchObject({ status: "succeeded", attempt: 2, result: { resources: account.things.length, added: regions.length * 4, gone: 0 } });
    const again = regions.flatMap((region) => [`ec2:DescribeSubnets ${region}`, `ec2:DescribeVolumes ${region}`]);
    expect(timesAsked(account, () => true)).toEqual(Object.fromEntries(again.map((call) => [call, 1])));
    expect(await api.inventory(account.id)).toEqual(idsOf(account));
    expect(await api.retry(id)).toBe(409);

    account.refusals.set("ec2:DescribeVolumes", "denied");
    const partial = await api.discovered(connection);
    expect((await api.discovered(connection)).status).toBe("partial");
    expect(await api.retry(partial.id)).toBe(409);
  });
}

/** Takes one thing out of the account. */
function take({ things }: StandInAccount, kind: Thing["kind"], region: string): Thing {
  const [taken] = things.splice(things.findIndex((thing) => thing.kind === kind && thing.region === region), 1);
  if (taken === undefined) throw new Error(`there is no ${kind} in ${region}`);
  return taken;
}

function cellOf(cells: readonly JobCell[], collector: string, region: string): JobCell {
  const found = cells.find((cell) => cell.collector === collector && cell.region === region);
  if (found === undefined) throw new Error(`no cell ${collector} in ${region}`);
  return found;
}

function cellStatuses(events: readonly JobEvent[], ordinal: number): string[] {
  return events.flatMap((event) => (event.type === "cell" && event.data.ordinal === ordinal ? [event.data.status] : []));
}

function jobStatuses(events: readonly JobEvent[]): string[] {
  return events.flatMap((event) => (event.type === "job" ? [event.data.status] : []));
}
