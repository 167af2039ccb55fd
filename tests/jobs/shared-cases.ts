import { afterEach, describe, expect, test } from "vitest";
import { apiOf } from "./api";
import { idsOf, regions, timesAsked } from "./setting";
import type { Setting } from "./setting";
import { makeWorker } from "./worker-process";
import type { WorkerProcess } from "./worker-process";

const places = [...regions, "sa-east-1"];

/** Several servers on one database. */
export function sharedCases(at: () => Setting): void {
  describe("two processes on one database", () => {
    let workers: WorkerProcess[] = [];

    /** Servers that do two things at once each, so that one alone does not take everything; the suite's own is stopped meanwhile. */
    async function startTwo(): Promise<[WorkerProcess, WorkerProcess]> {
      const { platform, worker } = at();
      await worker.stop();
      const pair = await Promise.all(["one", "two"].map((name) => makeWorker({ env: { ...platform.env, AWS_SDK_UA_APP_ID: name, TEST_WORKERS: "2" } })));
      workers = pair;
      await Promise.all(pair.map((started) => started.start()));
      const [one, two] = pair;
      if (one === undefined || two === undefined) throw new Error("two were made");
      return [one, two];
    }

    afterEach(async () => {
      if (workers.length === 0) return;
      await Promise.all(workers.map((worker) => worker.kill()));
      workers = [];
      await at().worker.start();
    });

    test("share a discovery, and nothing is done twice", async ({ skip }) => {
      const { cloud, platform } = at();
      skip(!platform.isShared, "this database belongs to one process");
      const [one, two] = await startTwo();
      const account = cloud.account({ regions: places });
      const held = account.hold("ec2:DescribeVpcs");
      const { id } = await apiOf(one.url).discover(await apiOf(one.url).connect(account));
      expect((await held.arrived(places.length)).map(({ caller }) => caller).sort()).toEqual(["one", "one", "two", "two"]);
      account.release();
      const api = apiOf(two.url);
      expect((await api.waitForEnd(id)).status).toBe("succeeded");
      expect(await api.inventory(account.id)).toEqual(idsOf(account));
      expect(timesAsked(account, (times) => times !== 1)).toEqual({});
    });

    test("one is killed, and the other does its work", async ({ skip }) => {
      const { cloud, platform } = at();
      skip(!platform.isShared, "this database belongs to one process");
      const [one, two] = await startTwo();
      const account = cloud.account({ regions: places });
      const held = account.hold("ec2:DescribeInstances");
      const api = apiOf(two.url);
      const { id } = await api.discover(await api.connect(account));
      const waiting = await held.arrived(places.length);
      await one.kill();
      account.release();
      expect(await api.waitForEnd(id)).toMatchObject({ status: "succeeded", result: { resources: account.things.length } });
      expect(await api.inventory(account.id)).toEqual(idsOf(account));
      const again = waiting.filter(({ caller }) => caller === "one").map(({ region }) => [`ec2:DescribeInstances ${region}`, 2]);
      expect(again).toHaveLength(2);
      expect(timesAsked(account, (times) => times !== 1)).toEqual(Object.fromEntries(again));
    });
  });
}
