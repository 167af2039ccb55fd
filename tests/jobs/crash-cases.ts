import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { StandInAccount } from "../stand-in-aws/account";
import { idsOf, onlyLeft, regions, timesAsked } from "./setting";
import type { Setting } from "./setting";
import { randomNumbers } from "./random-numbers";

const [here = ""] = regions;
/** Of one discovery: what was begun and never ended is given up in the end, so that it cannot go on killing servers. Inngest tries four times, the executor ten. */
const mostKills = 3;

/** A server that is killed, and one that is stopped, in the middle of a discovery. */
export function crashCases(at: () => Setting): void {
  test("kill -9 in the middle: the discovery goes on where it was", async () => {
    const { api, cloud, worker } = at();
    const account = cloud.account({ regions });
    const held = account.hold("ec2:DescribeInstances", here);
    const { id } = await api.discover(await api.connect(account));
    await held.arrived();
    await onlyLeft(api, id, here);
    await worker.kill();
    account.release();
    await worker.start();
    expect(await api.waitForEnd(id)).toMatchObject({ status: "succeeded", result: { resources: account.things.length, added: account.things.length } });
    expect(await api.inventory(account.id)).toEqual(idsOf(account));
    expect(timesAsked(account, (times) => times !== 1)).toEqual({ [`ec2:DescribeInstances ${here}`]: 2 });
  });

  test("stopped in the middle: the step is ended, and the next start goes on", async ({ skip }) => {
    const { api, cloud, worker, platform } = at();
    skip(!platform.isEmbedded, "Inngest calls again what a stopped server was at work on");
    const account = cloud.account({ regions });
    const held = account.hold("ec2:DescribeInstances", here);
    const { id } = await api.discover(await api.connect(account));
    await held.arrived();
    const stopped = worker.stop();
    account.release();
    expect(await stopped).toBe(0);
    await worker.start();
    expect((await api.waitForEnd(id)).status).toBe("succeeded");
    expect(await api.inventory(account.id)).toEqual(idsOf(account));
    expect(timesAsked(account, (times) => times !== 1)).toEqual({});
  });

  const rounds = Number(process.env.CLOUDVIZ_KILL_ROUNDS ?? "3");
  const seed = Number(process.env.CLOUDVIZ_KILL_SEED ?? "1");
  test(`kill -9 at ${rounds} random moments (seed ${seed}): every discovery ends, nothing is lost or doubled`, { timeout: 60_000 + rounds * 60_000 }, async () => {
    const { api, cloud, worker, platform } = at();
    const random = randomNumbers(seed);
    const begin = async () => {
      const account = cloud.account({ regions });
      account.latencyMs = () => random() * 30;
      return { account, job: await api.discover(await api.connect(account)), startedAt: Date.now() };
    };
    let current = await begin();
    await check(at(), current.job.id, current.account);
    // How long one takes that is left alone: the moments lie within.
    let usualMs = Date.now() - current.startedAt;
    current = await begin();
    for (let kills = 0, ofThis = 0; kills < rounds; ) {
      const withinMs = usualMs + (ofThis > 0 ? platform.takeOverMs : 0);
      const hasEnded = await Promise.race([wait(random() * withinMs, false), api.waitForEnd(current.job.id).then(() => true, () => false)]);
      if (hasEnded || ofThis === mostKills) {
        if (ofThis === 0) usualMs = Date.now() - current.startedAt;
        await check(at(), current.job.id, current.account);
        current = await begin();
        ofThis = 0;
      } else {
        await worker.kill();
        await worker.start();
        kills++;
        ofThis++;
      }
    }
    await check(at(), current.job.id, current.account);
  });
}

/** Waits for the end of a discovery, and holds what it found, and whom it asked, against the account. */
async function check({ api }: Setting, jobId: string, account: StandInAccount): Promise<void> {
  expect(await api.waitForEnd(jobId)).toMatchObject({ status: "succeeded", result: { resources: account.things.length, added: account.things.length, gone: 0 } });
  expect(await api.inventory(account.id)).toEqual(idsOf(account));
  const finished = new Map((await api.cells(jobId)).map(({ collector, region, finishedAt }) => [`${collector} ${region ?? ""}`, Date.parse(finishedAt ?? "")]));
  const late = account.calls.filter(({ action, region, at }) => at > (finished.get(`${collectors[action] ?? ""} ${region}`) ?? Infinity));
  expect(late, "calls for what was finished already").toEqual([]);
}

/** Whose call it is, where it is one collector's alone. */
const collectors: Record<string, string> = {
  "ec2:DescribeVpcs": "aws.ec2.vpc",
  "ec2:DescribeSubnets": "aws.ec2.subnet",
  "ec2:DescribeRouteTables": "aws.ec2.route-table",
  "ec2:DescribeInternetGateways": "aws.ec2.internet-gateway",
  "ec2:DescribeNatGateways": "aws.ec2.nat-gateway",
  "ec2:DescribeSecurityGroups": "aws.ec2.security-group",
  "ec2:DescribeNetworkInterfaces": "aws.ec2.network-interface",
  "ec2:DescribeAddresses": "aws.ec2.elastic-ip",
  "ec2:DescribeInstances": "aws.ec2.instance",
  "ec2:DescribeVolumes": "aws.ec2.volume",
};
