import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { jobPage } from "../../lib/core/api/jobs";
import { problem } from "../../lib/core/api/problem";
import { schedulePage } from "../../lib/core/api/schedules";
import { schedule } from "../../lib/core/job/schedule";
import { withServer } from "./with-server";

const { call } = await withServer();
let queue: { stop(): Promise<void> };
let account: string;

beforeAll(async () => {
  queue = await (await import("../../inngest/start-queue")).startQueue({ inngest: null });
});

beforeEach(async () => {
  const { createConnection } = await import("../../lib/db/connections");
  account = (await createConnection({ kind: "cloud", source: "aws", identity: null, name: "An account", createdBy: "local-owner" })).id;
});

// A schedule that stayed would come due in a later test, at some hours of the day.
afterEach(async () => {
  await call("/api/v1/connections/{id}", { method: "DELETE", params: { id: account } });
});

afterAll(() => queue.stop());

async function create(wanted: object): Promise<{ status: number; body: unknown; location: string | null }> {
  const response = await call("/api/v1/schedules", { method: "POST", json: { connectionId: account, ...wanted } });
  return { status: response.status, body: await response.json(), location: response.headers.get("location") };
}

async function start(now: Date): Promise<number> {
  const { startScheduled } = await import("../../lib/usecases/schedules/start-scheduled");
  return (await startScheduled(now)).started;
}

describe("a schedule", () => {
  test("is made, found, changed, switched off and removed", async () => {
    const { status, body, location } = await create({ cron: "30 6 * * 1-5", timezone: "Europe/Berlin" });
    expect(status).toBe(201);
    const made = schedule.parse(body);
    expect(location).toBe(`/api/v1/schedules/${made.id}`);
    expect(made).toMatchObject({ connectionId: account, cron: "30 6 * * 1-5", timezone: "Europe/Berlin", enabled: true, lastRunAt: null, lastJobId: null });
    const berlin = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", hour: "2-digit", minute: "2-digit" });
    expect(berlin.format(new Date(made.nextRunAt ?? 0))).toBe("06:30");

    const params = { id: made.id };
    const off = schedule.parse(await (await call("/api/v1/schedules/{id}", { method: "PATCH", params, json: { enabled: false } })).json());
    expect(off).toMatchObject({ enabled: false, nextRunAt: null, cron: "30 6 * * 1-5" });
    expect(await start(new Date("2100-01-01"))).toBe(0);
    const on = schedule.parse(await (await call("/api/v1/schedules/{id}", { method: "PATCH", params, json: { enabled: true, timezone: "Asia/Tokyo" } })).json());
    expect(new Date(on.nextRunAt ?? 0).getUTCHours()).toBe(21);
    expect(schedulePage.parse(await (await call("/api/v1/schedules")).json()).data.map(({ id }) => id)).toEqual([made.id]);
    expect((await call("/api/v1/schedules/{id}", { method: "DELETE", params })).status).toBe(204);
    expect((await call("/api/v1/schedules/{id}", { params })).status).toBe(404);
  });

  test.each([
    [{ cron: "* * * *" }, "cron", "five fields"],
    [{ cron: "0 0 0 * * *" }, "cron", "five fields"],
    [{ cron: "99 0 * * *" }, "cron", "cannot be read"],
    [{ cron: "0 0 31 2 *" }, "cron", "never comes"],
    [{ cron: "0 6 * * *", timezone: "Mars/Olympus" }, "timezone", "no such time zone"],
  ])("that cannot come is refused, and the field named: %j", async (wanted, pointer, words) => {
    const { status, body } = await create(wanted);
    expect(status).toBe(400);
    expect(problem.parse(body)).toMatchObject({ detail: expect.stringContaining(words), errors: [{ pointer: `/${pointer}` }] });
  });

  test("is one for each connection, which has to be an account that is there", async () => {
    expect((await create({ cron: "0 6 * * *" })).status).toBe(201);
    expect((await create({ cron: "0 7 * * *" })).status).toBe(409);
    expect((await create({ connectionId: "con_none", cron: "0 7 * * *" })).status).toBe(404);
    const { createConnection } = await import("../../lib/db/connections");
    const file = await createConnection({ kind: "file", source: "terraform-state", identity: "lineage", name: "A file", createdBy: "local-owner" });
    expect((await create({ connectionId: file.id, cron: "0 7 * * *" })).status).toBe(409);
  });
});

describe("when its time has come", () => {
  test("a discovery starts, once, and the next time is set; what was missed is made up for once", async () => {
    const made = schedule.parse((await create({ cron: "0 * * * *" })).body);
    const due = Date.parse(made.nextRunAt ?? "");
    expect(await start(new Date(due - 1))).toBe(0);
    const late = new Date(due + 5 * 60 * 60 * 1000 + 1);
    expect((await Promise.all([start(late), start(late)])).sort()).toEqual([0, 1]);
    const after = schedule.parse(await (await call("/api/v1/schedules/{id}", { params: { id: made.id } })).json());
    expect(after).toMatchObject({ lastRunAt: late.toISOString(), nextRunAt: new Date(due + 6 * 60 * 60 * 1000).toISOString() });
    const { data } = jobPage.parse(await (await call("/api/v1/jobs")).json());
    const started = data.filter(({ connectionId }) => connectionId === account);
    expect(started.map(({ id, createdBy }) => ({ id, createdBy }))).toEqual([{ id: after.lastJobId, createdBy: `schedule:${made.id}` }]);
  });

  test("a connection that was removed is not discovered any more", async () => {
    const made = schedule.parse((await create({ cron: "0 * * * *" })).body);
    expect((await call("/api/v1/connections/{id}", { method: "DELETE", params: { id: account } })).status).toBe(204);
    expect((await call("/api/v1/schedules/{id}", { params: { id: made.id } })).status).toBe(404);
  });
});
