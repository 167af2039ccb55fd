import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { operationOf } from "./proxy-operation";
import type { Operation } from "./proxy-operation";
import { pageOf, takePaging } from "./proxy-pages";
import { refuse } from "./proxy-refusals";
import type { Refusal } from "./proxy-refusals";

export interface ProxyOptions {
  /** Where the real answers come from. */
  target: string;
  /** Entries a page; without it the answer stays whole. */
  pageSize?: number;
  /** Asked for every call, with how often this action was called before. */
  refuses?: (action: string, earlierCalls: number) => Refusal | null;
  /** How long every answer is held back. */
  delayMs?: number;
}

export interface Proxy extends AsyncDisposable {
  url: string;
  /** Every call, by IAM's name, in order. */
  calls: string[];
}

/** What moto does not do: it splits listings into pages, and refuses calls as AWS does. Listens on the loopback only. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response, options, calls).catch((error: unknown) => {
      response.writeHead(400, { "content-type": "text/plain" }).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ProxyOptions, calls: string[]): Promise<void> {
  const url = new URL(request.url ?? "/", options.target);
  const body = await textOf(request);
  const operation = operationOf(request, url, body);
  if (options.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.delayMs));
  if (operation !== null) {
    const earlier = calls.filter((call) => call === operation.action).length;
    calls.push(operation.action);
    const refusal = options.refuses?.(operation.action, earlier) ?? null;
    if (refusal !== null) {
      const refused = refuse(operation, refusal);
      response.writeHead(refused.status, refused.headers).end(refused.body);
      return;
    }
  }
  await forward(request, response, { url, body, operation }, options.pageSize);
}

interface Call {
  url: URL;
  body: string;
  operation: Operation | null;
}

async function forward(request: IncomingMessage, response: ServerResponse, { url, body, operation }: Call, pageSize: number | undefined): Promise<void> {
  const form = new URLSearchParams(body);
  const isForm = operation?.protocol === "ec2" || operation?.protocol === "query";
  const start = operation === null || pageSize === undefined ? 0 : takePaging(operation, isForm ? form : url.searchParams);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !["host", "connection", "content-length", "expect", "accept-encoding"].includes(name)) headers.set(name, String(value));
  }
  const sent = isForm ? form.toString() : body;
  const answered = await fetch(url, { method: request.method ?? "GET", headers, ...(sent === "" ? {} : { body: sent }) });
  const text = await answered.text();
  const page = operation !== null && pageSize !== undefined && answered.ok ? pageOf(operation, text, start, pageSize) : text;
  response.writeHead(answered.status, { "content-type": answered.headers.get("content-type") ?? "text/xml" }).end(page);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
