import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { diagramContent } from "../core/api/diagrams";
import { graph } from "../core/api/graph";
import { importAnswer } from "../core/api/imports";
import { page } from "../core/api/page";
import { problem } from "../core/api/problem";
import { resourceDetail } from "../core/api/resources";
import { summary } from "../core/api/summary";
import { connection } from "../core/connection";
import { coverage } from "../core/resource/coverage";
import { diagram, diagramSummary } from "../core/diagram/diagram";
import { edge } from "../core/resource/edge";
import { errorStatus, type ErrorCode } from "../core/error";
import { facets } from "../core/resource/facets";
import { job } from "../core/job/job";
import { resource } from "../core/resource/resource";
import { diagramView } from "../core/diagram/view";
import { webhook, webhookDelivery, webhookMessage } from "../core/webhook/webhook";
import type { RouteSpec } from "./route";
import type { Verb, Verbs } from "./verbs";

const documented: readonly Verb[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The OpenAPI document, made of the specs that are on the handlers. Keys are paths as OpenAPI writes them: `/api/v1/jobs/{id}`. */
export function openApiDocument(paths: Record<string, Verbs>): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "CloudViz",
      version: "1",
      description: "What runs in your clouds, as an inventory and as diagrams. Errors are problem documents (RFC 9457). Changes are only accepted from CloudViz's own pages and from programs, not from other web sites.",
    },
    servers: [{ url: "/" }],
    paths: Object.fromEntries(Object.entries(paths).map(([path, verbs]) => [path, pathItem(verbs)])) as ZodOpenApiPathsObject,
    components: {
      schemas: {
        Connection: connection,
        Coverage: coverage,
        Diagram: diagram,
        DiagramSummary: diagramSummary,
        DiagramView: diagramView,
        DiagramContent: diagramContent,
        Edge: edge,
        Facets: facets,
        Graph: graph,
        ImportAnswer: importAnswer,
        Job: job,
        Page: page,
        Problem: problem,
        Resource: resource,
        ResourceDetail: resourceDetail,
        Summary: summary,
        Webhook: webhook,
        WebhookDelivery: webhookDelivery,
        WebhookMessage: webhookMessage,
      },
    },
  });
}

function pathItem(verbs: Verbs): Record<string, ZodOpenApiOperationObject> {
  const known = documented.filter((verb) => verbs[verb].spec.operation !== "refuse");
  return Object.fromEntries(known.map((verb) => [verb.toLowerCase(), operation(verb, verbs[verb].spec)]));
}

const idempotencyHeader = z.object({
  "Idempotency-Key": z.string().min(1).max(255).optional().describe("Such as a UUID. Sent again within 24 hours with the same content, the request is not carried out again: it gets its first answer, with Idempotency-Replayed: true."),
});

function operation(verb: Verb, spec: RouteSpec): ZodOpenApiOperationObject {
  return {
    operationId: spec.operation,
    summary: spec.summary,
    ...(spec.auth === "public" ? {} : { description: `Needs the permission \`${spec.auth}\`.` }),
    requestParams: {
      ...(spec.params instanceof z.ZodObject ? { path: spec.params } : {}),
      ...queryParams(spec.query),
      ...(verb === "POST" ? { header: idempotencyHeader } : {}),
    },
    ...requestBody(spec),
    responses: { ...success(spec), ...failures(verb, spec) },
  };
}

/** Of a query that is put in order before it is parsed: what it is then. */
function queryParams(query: z.ZodType | undefined): { query?: z.ZodObject } {
  const schema = query instanceof z.ZodPipe ? query.out : query;
  return schema instanceof z.ZodObject ? { query: schema } : {};
}

function requestBody(spec: RouteSpec): Pick<ZodOpenApiOperationObject, "requestBody"> {
  if (spec.bodyType === "raw") return { requestBody: { required: true, content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } } };
  if (spec.body === undefined) return {};
  return { requestBody: { required: true, content: { [spec.bodyType ?? "application/json"]: { schema: spec.body } } } };
}

function success(spec: RouteSpec): ZodOpenApiResponsesObject {
  if (spec.mediaType !== undefined) return { "200": { description: "The file", content: { [spec.mediaType]: { schema: { type: "string" } } } } };
  if (spec.output === undefined) return { "204": { description: "Done" } };
  return { [`${spec.status ?? 200}`]: { description: "Success", content: { "application/json": { schema: spec.output } } } } as ZodOpenApiResponsesObject;
}

function failures(verb: Verb, spec: RouteSpec): ZodOpenApiResponsesObject {
  const codes: ErrorCode[] = ["forbidden-host", "internal", ...(spec.errors ?? []), ...(verb === "POST" ? (["conflict", "key-reused"] as const) : [])];
  if (spec.params !== undefined || spec.query !== undefined || spec.body !== undefined) codes.push("invalid-request");
  if (spec.body !== undefined && spec.bodyType !== "raw") codes.push("unsupported-media-type", "too-large");
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes)) byStatus.set(errorStatus[code], [...(byStatus.get(errorStatus[code]) ?? []), code]);
  return Object.fromEntries(
    Array.from(byStatus, ([status, told]) => [`${status}`, { description: told.join(", "), content: { "application/problem+json": { schema: problem } } }]),
  ) as ZodOpenApiResponsesObject;
}
