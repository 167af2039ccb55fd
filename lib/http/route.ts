import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { principalOf, requirePermission } from "../auth/principal";
import { env } from "../config/env";
import type { CloudVizError} from "../core/error";
import { errorStatus, type ErrorCode } from "../core/error";
import type { Permission, Principal } from "../core/principal";
import { logger } from "../observability/logger";
import { idempotencyKey, respondOnce } from "./idempotency";
import { Answer, isFresh, type AnswerOptions } from "./answer";
import { checkSource, sourceOf } from "./origin-check";
import { invalidRequest, problemResponse, toCloudVizError } from "./problem";
import { readJson } from "./read-body";

/** Everything that is known of a route before it is called: what it needs, takes and answers. The OpenAPI document is made of it. */
export interface RouteSpec<Params = unknown, Query = unknown, Body = unknown, Output = unknown> {
  /** verbNoun */
  operation: string;
  summary: string;
  /** The permission it needs; `public` for what tells nothing of anybody's cloud. */
  auth: Permission | "public";
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** `raw`: the handler reads the body itself. */
  bodyType?: "application/json" | "application/merge-patch+json" | "raw";
  /** What is answered is checked against it; without one the handler answers a Response or nothing (204). */
  output?: z.ZodType<Output>;
  /** The media type of answers that are no JSON. */
  mediaType?: string;
  /** The usual status of success. */
  status?: 200 | 201 | 202 | 204;
  /** Errors it can answer besides those that every route can. */
  errors?: readonly ErrorCode[];
}

export interface RouteInput<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  principal: Principal;
  request: Request;
}

type Handled<Output> = Output | Answer<Output> | Response | void;

interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>;
}

export interface Route {
  (request: Request, context: RouteContext): Promise<Response>;
  spec: RouteSpec;
}

/** Parses, authorizes, calls and answers; every error becomes a problem document. */
export function route<Params = unknown, Query = unknown, Body = unknown, Output = unknown>(
  spec: RouteSpec<Params, Query, Body, Output>,
  handle: (input: RouteInput<Params, Query, Body>) => Promise<Handled<Output>> | Handled<Output>,
): Route {
  async function run(request: Request, context: RouteContext): Promise<Response> {
    const principal = principalOf();
    if (spec.auth !== "public") requirePermission(principal, spec.auth);
    const params = parsePart("path", spec.params, await context.params);
    const query = parsePart("query", spec.query, Object.fromEntries(new URL(request.url).searchParams));
    const body = await parseBody(spec, request);
    const respond = async () => toResponse(spec, await handle({ params, query, body, principal, request }), request);
    // Nobody in particular has keys of his own; an answer kept for all would hold what opens a link.
    const key = spec.auth === "public" ? null : idempotencyKey(request);
    if (key === null) return respond();
    // A file is told by its length: reading it to compare it would take as long as what is to be saved.
    const sent = spec.bodyType === "raw" ? request.headers.get("content-length") : body;
    return respondOnce({ key, operation: spec.operation, principal, input: [params, query, sent] }, respond);
  }
  return Object.assign(guarded(run), { spec });
}

/** Host and origin are checked here and not only in proxy.ts: the API is outside the proxy, which would cut large bodies. */
function guarded(run: (request: Request, context: RouteContext) => Promise<Response>) {
  return async function (request: Request, context: RouteContext): Promise<Response> {
    const told = { path: toldPath(new URL(request.url).pathname), requestId: requestIdOf(request) };
    const startedAt = performance.now();
    const finish = (status: number, error?: CloudVizError) => logRequest(request, told, status, performance.now() - startedAt, error);
    try {
      const refused = checkSource(sourceOf(request), env());
      if (refused !== null) throw refused;
      const response = await run(request, context);
      response.headers.set("x-request-id", told.requestId);
      response.headers.set("x-content-type-options", "nosniff");
      finish(response.status);
      return response;
    } catch (thrown) {
      const error = toCloudVizError(thrown);
      finish(errorStatus[error.code], error);
      return problemResponse(error, told, { "x-content-type-options": "nosniff" });
    }
  };
}

/** A token of a link opens it: neither the log nor an answer repeats it. */
function toldPath(path: string): string {
  return path.replace(/^(\/api\/v1\/shared|\/s|\/embed)\/[^/]+/, "$1/{token}");
}

function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given !== null && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
}

function logRequest(request: Request, told: { path: string; requestId: string }, status: number, durationMs: number, error?: CloudVizError): void {
  const fields = { requestId: told.requestId, method: request.method, path: told.path, status, durationMs: Math.round(durationMs) };
  if (status >= 500) logger().error({ ...fields, err: error }, "request failed");
  else logger().debug({ ...fields, code: error?.code }, "request");
}

function parsePart<Output>(place: "query" | "path", schema: z.ZodType<Output> | undefined, value: unknown): Output {
  // Without a schema Output is unknown, and the handler asked for nothing.
  if (schema === undefined) return undefined as Output;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidRequest(place, parsed.error);
  return parsed.data;
}

async function parseBody<Body>(spec: RouteSpec<unknown, unknown, Body>, request: Request): Promise<Body> {
  if (spec.body === undefined || spec.bodyType === "raw") return undefined as Body;
  const mediaTypes = spec.bodyType === "application/merge-patch+json" ? ["application/merge-patch+json", "application/json"] : ["application/json"];
  const parsed = spec.body.safeParse(await readJson(request, mediaTypes));
  if (!parsed.success) throw invalidRequest("body", parsed.error);
  return parsed.data;
}

function toResponse<Output>(spec: RouteSpec<unknown, unknown, unknown, Output>, handled: Handled<Output>, request: Request): Response {
  if (handled instanceof Response) return handled;
  const value = handled instanceof Answer ? (handled.value as Output) : handled;
  const options: AnswerOptions = handled instanceof Answer ? handled.options : {};
  const headers = new Headers({ "cache-control": "no-store", ...options.headers });
  if (spec.output === undefined) return new Response(null, { status: options.status ?? 204, headers });
  if (options.etag !== undefined) {
    headers.set("etag", `"${options.etag}"`);
    headers.set("cache-control", "private, no-cache");
    if (isFresh(request.headers.get("if-none-match"), options.etag)) return new Response(null, { status: 304, headers });
  }
  headers.set("content-type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(spec.output.parse(value)), { status: options.status ?? spec.status ?? 200, headers });
}
