// A server of CloudViz as a process of its own: its start, its API and Inngest's way in, without Next around them.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { NextRequest } from "next/server";
import * as inngestRoute from "../../app/api/inngest/route";
import { loadRoutes } from "../../app/api/v1/routes";
import { startQueue, type RunningQueue } from "../../inngest/start-queue";
import { closeDatabase } from "../../lib/db/database";
import type { Verb } from "../../lib/http/verbs";
import { startUpOrExit } from "../../lib/usecases/start-up";

// The AWS SDK waits a random part of up to 20 s before each of its 10 attempts: here none of it.
Math.random = () => 0;

const routes = Object.entries(await loadRoutes()).map(([path, verbs]) => ({ pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`), verbs }));

async function respond(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  // Only the verbs that are sent here.
  const method = request.method as Verb;
  if (pathname === "/api/inngest" && (method === "GET" || method === "POST" || method === "PUT")) return inngestRoute[method](new NextRequest(request));
  const found = routes.find(({ pattern }) => pattern.test(pathname));
  if (found === undefined) return new Response(null, { status: 404 });
  return found.verbs[method](request, { params: Promise.resolve({ ...found.pattern.exec(pathname)?.groups }) });
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = "GET", url = "/", headers } = incoming;
  const body = method === "GET" || method === "HEAD" ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
  // Node's fetch wants to be told that it cannot be read twice.
  const init: RequestInit & { duplex: "half" } = { method, body, signal, duplex: "half", headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]) };
  return new Request(`http://127.0.0.1${url}`, init);
}

async function serveRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await respond(toRequest(incoming, gone.signal));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  // Whoever reads may go away at any time.
  else await pipeline(response.body, outgoing).catch(() => undefined);
}

function numberOf(name: string): number | undefined {
  const text = process.env[name];
  return text === undefined ? undefined : Number(text);
}

let queue: RunningQueue | null = null;
await startUpOrExit(async (settings) => {
  queue = await startQueue(settings, { leaseMs: numberOf("TEST_LEASE_MS"), workers: numberOf("TEST_WORKERS") });
});
const server = createServer((incoming, outgoing) => void serveRequest(incoming, outgoing));
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));

process.once("SIGTERM", () => {
  void (async () => {
    await queue?.stop();
    server.close();
    server.closeAllConnections();
    await closeDatabase();
    process.exit(0);
  })();
});

// Whoever started it is gone: nobody else would stop it.
process.once("disconnect", () => process.exit(1));
