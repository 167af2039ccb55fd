import { z } from "zod";
import type { EngineContext } from "../engine-context";
import { checkpoint, sentEvents } from "./protocol";
import { saveCheckpoint } from "../run/save-checkpoint";
import { takeEvents } from "../run/take-events";
import type { WorkerLoop } from "../worker-loop";

/** Answers what the SDK would send to a server: events, and checkpoints of calls that go on. Nothing else is supported. */
export async function answerSdk(context: EngineContext, loop: WorkerLoop, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/e/")) return answerEvents(context, loop, request);
  const [, runId] = /^\/v1\/checkpoint\/([^/]+)\/async$/.exec(pathname) ?? [];
  if (runId !== undefined) return answerCheckpoint(context, loop, decodeURIComponent(runId), request);
  return Response.json({ error: `${pathname} is not supported by the embedded executor`, status: 501 }, { status: 501 });
}

async function answerEvents(context: EngineContext, loop: WorkerLoop, request: Request): Promise<Response> {
  const events = sentEvents.safeParse(await request.json());
  if (!events.success) return Response.json({ ids: [], status: 400, error: z.prettifyError(events.error) }, { status: 400 });
  const ids = await takeEvents(context, events.data, request.headers.get("x-inngest-event-id-seed") ?? undefined);
  loop.wake();
  return Response.json({ ids, status: 200 });
}

async function answerCheckpoint({ transaction, leaseMs }: EngineContext, loop: WorkerLoop, runId: string, request: Request): Promise<Response> {
  const body = checkpoint.parse(await request.json());
  const isSaved = await transaction((session) => saveCheckpoint(session, runId, body, leaseMs));
  // Saved, and this process is to stop: the SDK goes no further, and whoever comes next goes on from here.
  if (isSaved && loop.isStopping()) loop.halt(body.qi_id.owner);
  return isSaved && !loop.isStopping() ? Response.json({}) : Response.json({ error: "stale dispatch" }, { status: 409 });
}
