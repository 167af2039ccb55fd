import { expect, test } from "vitest";
import { appEvent, type AppEvent } from "../../lib/core/job/app-event";
import { withServer } from "./with-server";

const { call } = await withServer();

/** The events of a stream, one at a time. */
async function open() {
  const response = await call("/api/v1/events");
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  if (response.body === null) throw new Error("the stream has no body");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  async function next(): Promise<AppEvent> {
    for (;;) {
      const [, whole, type, data] = /^((?:: .*\n\n)*event: (\w+)\ndata: (.*)\n\n)/.exec(text) ?? [];
      if (whole !== undefined) {
        text = text.slice(whole.length);
        return appEvent.parse({ type, data: JSON.parse(data ?? "") });
      }
      const { value, done } = await reader.read();
      if (done) throw new Error("the stream has ended");
      text += value;
    }
  }
  return { next, close: () => reader.cancel() };
}

test("a page is told how things stand, and each change: the inventory's, and of what is running", async () => {
  const { createJob, breakOffJob, updateJob } = await import("../../lib/db/jobs/jobs");
  const { createConnection, removeConnection } = await import("../../lib/db/connections");
  const stream = await open();
  expect(await stream.next()).toEqual({ type: "inventory", data: { revision: 0 } });
  expect(await stream.next()).toEqual({ type: "jobs", data: { running: [] } });

  const connection = await createConnection({ kind: "cloud", source: "aws", identity: null, name: "Production", createdBy: "local-owner" });
  const { id } = await createJob({ kind: "discovery", connectionId: connection.id, createdBy: "local-owner" });
  const running = { id, kind: "discovery" as const, connectionId: connection.id, connectionName: "Production" };
  expect(await stream.next()).toEqual({ type: "jobs", data: { running: [{ ...running, status: "queued", progress: { done: 0, planned: null } }] } });
  await updateJob(id, { status: "running", progress: { done: 3, planned: 10 } });
  expect(await stream.next()).toEqual({ type: "jobs", data: { running: [{ ...running, status: "running", progress: { done: 3, planned: 10 } }] } });
  await breakOffJob(id, { status: "cancelled", error: null });
  expect(await stream.next()).toEqual({ type: "jobs", data: { running: [] } });

  const second = await open();
  expect((await second.next()).type).toBe("inventory");
  await removeConnection(connection.id);
  expect(await stream.next()).toEqual({ type: "inventory", data: { revision: 1 } });
  await stream.close();
  expect((await second.next()).type).toBe("jobs");
  expect(await second.next()).toEqual({ type: "inventory", data: { revision: 1 } });
  await second.close();
});
