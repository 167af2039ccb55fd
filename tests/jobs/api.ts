import type { z } from "zod";
import { jobCells } from "../../lib/core/api/jobs";
import { listedResourcePage } from "../../lib/core/api/resources";
import { connection } from "../../lib/core/connection";
import { hasEnded, job, jobEvent } from "../../lib/core/job/job";
import type { Job, JobCell, JobEvent } from "../../lib/core/job/job";
import { schedule } from "../../lib/core/job/schedule";
import type { Schedule } from "../../lib/core/job/schedule";
import { webhookWithSecret } from "../../lib/core/webhook/webhook";
import type { WebhookEvent, WebhookWithSecret } from "../../lib/core/webhook/webhook";
import type { StandInAccount } from "../stand-in-aws/account";

/** What the suite asks of a server, by HTTP. */
export type Api = ReturnType<typeof apiOf>;

/** @throws when an answer is no success. */
export function apiOf(url: string) {
  async function send(pathname: string, { method = "GET", body }: { method?: string; body?: unknown } = {}): Promise<Response> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    return fetch(`${url}/api/v1${pathname}`, init);
  }
  async function ask<Output>(schema: z.ZodType<Output>, pathname: string, options?: Parameters<typeof send>[1]): Promise<Output> {
    const response = await send(pathname, options);
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${pathname} answered ${response.status}: ${JSON.stringify(body)}`);
    return schema.parse(body);
  }

  async function waitForEnd(id: string): Promise<Job> {
    for (;;) {
      const now = await ask(job, `/jobs/${id}?wait=30`);
      if (hasEnded(now)) return now;
    }
  }
  const discover = (connectionId: string) => ask(job, `/connections/${connectionId}/discoveries`, { method: "POST" });

  return {
    connect: async ({ credentials, regions }: StandInAccount): Promise<string> =>
      (await ask(connection, "/connections", { method: "POST", body: { provider: "aws", credentials, settings: { regions } } })).id,
    discover,
    waitForEnd,
    discovered: async (connectionId: string) => waitForEnd((await discover(connectionId)).id),
    job: (id: string) => ask(job, `/jobs/${id}`),
    cells: async (id: string): Promise<JobCell[]> => (await ask(jobCells, `/jobs/${id}/cells`)).data,
    cancel: (id: string) => ask(job, `/jobs/${id}/cancel`, { method: "POST" }),
    /** The status alone: it may be refused. */
    retry: async (id: string) => (await send(`/jobs/${id}/retry`, { method: "POST" })).status,
    schedule: (connectionId: string, cron: string): Promise<Schedule> => ask(schedule, "/schedules", { method: "POST", body: { connectionId, cron, timezone: "UTC" } }),
    tell: (url: string, events: readonly WebhookEvent[]): Promise<WebhookWithSecret> => ask(webhookWithSecret, "/webhooks", { method: "POST", body: { url, events } }),
    readSchedule: (id: string): Promise<Schedule> => ask(schedule, `/schedules/${id}`),
    /** The ids of everything of an account that the inventory has now, sorted. */
    inventory: async (account: string): Promise<string[]> => {
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const query = new URLSearchParams({ filter: `account=${account}`, fields: "id", limit: "500", ...(cursor === null ? {} : { cursor }) });
        const answer: z.infer<typeof listedResourcePage> = await ask(listedResourcePage, `/resources?${query.toString()}`);
        ids.push(...answer.data.map(({ id = "" }) => id));
        cursor = answer.page.nextCursor;
      } while (cursor !== null);
      return ids.sort();
    },
    events: (id: string, after?: number) => readEvents(`${url}/api/v1/jobs/${id}/events`, after),
  };
}

/** A job's events as an EventSource reads them, until the server has no more. */
async function* readEvents(url: string, after?: number): AsyncGenerator<JobEvent> {
  const response = await fetch(url, { headers: after === undefined ? {} : { "last-event-id": String(after) } });
  if (response.body === null) return;
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${text}${chunk}`.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = readEvent(block);
      if (event !== null) yield event;
    }
  }
}

/** Null for a comment. */
function readEvent(block: string): JobEvent | null {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const data = field("data");
  if (data === undefined) return null;
  const event = jobEvent.parse(JSON.parse(data));
  if (field("id") !== String(event.id) || field("event") !== event.type) throw new Error(`an event whose head is of another: ${block}`);
  return event;
}
