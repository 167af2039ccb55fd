import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startAws } from "../stand-in-aws/start-aws";
import { apiOf } from "./api";
import type { Api } from "./api";
import { crashCases } from "./crash-cases";
import { discoveryCases } from "./discovery-cases";
import { idsOf, regions } from "./setting";
import type { Platform, Setting } from "./setting";
import { sharedCases } from "./shared-cases";
import { webhookCase } from "./webhook-case";
import { makeWorker } from "./worker-process";

/** One suite for whatever runs the jobs. */
export function jobSuite(name: string, open: () => Promise<Platform>): void {
  describe(name, { timeout: 120_000 }, () => {
    let setting: Setting | null = null;
    function at(): Setting {
      if (setting === null) throw new Error("the suite has not been set up");
      return setting;
    }

    beforeAll(async () => {
      const cloud = await startAws();
      const opened = await open();
      const platform = { ...opened, env: { ...opened.env, AWS_ENDPOINT_URL: cloud.url, AWS_SDK_UA_APP_ID: "first", CLOUDVIZ_WEBHOOK_ALLOW_CIDRS: "127.0.0.0/8" } };
      const worker = await makeWorker(platform);
      setting = { platform, cloud, worker, api: apiOf(worker.url) };
      await worker.start();
      await platform.introduce?.(worker.url);
    });

    afterAll(async () => {
      await setting?.worker.kill();
      await setting?.cloud.close();
    });

    discoveryCases(at);
    crashCases(at);
    sharedCases(at);
    webhookCase(at);
    scheduleCase(at);
  });
}

function scheduleCase(at: () => Setting): void {
  test("a schedule starts a discovery when its minute comes", async () => {
    const { api, cloud } = at();
    const account = cloud.account({ regions });
    const { id } = await api.schedule(await api.connect(account), "* * * * *");
    const job = await api.waitForEnd(await firstJobOf(api, id));
    expect(job).toMatchObject({ status: "succeeded", createdBy: `schedule:${id}` });
    expect(await api.inventory(account.id)).toEqual(idsOf(account));
  });
}

async function firstJobOf(api: Api, scheduleId: string): Promise<string> {
  for (;;) {
    const { lastJobId } = await api.readSchedule(scheduleId);
    if (lastJobId !== null) return lastJobId;
    await wait(500);
  }
}
