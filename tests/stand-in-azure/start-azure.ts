import { createServer } from "node:https";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { z } from "zod";
import type { JsonObject } from "../../lib/core/json";
import type { Certificate } from "./loopback-certificate";
import { trustedCertificate } from "./trusted-certificate";

export interface StandInSubscription {
  id: string;
  name: string;
  /** Rows by the table of Resource Graph. */
  rows: Readonly<Record<"resources" | "resourcecontainers" | "authorizationresources", readonly JsonObject[]>>;
}

/** One call to Resource Graph. */
export interface GraphCall {
  table: string;
  subscriptions: readonly string[] | null;
  skipToken: string | null;
}

export interface Answer {
  status: number;
  body: JsonObject;
  headers?: Record<string, string>;
}

/** Answers instead of the stand-in; null lets it answer. */
export type Interception = (call: GraphCall | "sign-in" | "subscriptions") => Answer | null;

export interface StandInAzure {
  url: string;
  clientSecret: string;
  /** What connects to it. */
  access: { credentials: { mode: "secret"; tenantId: string; clientId: string; clientSecret: string }; settings: { cloud: { resourceManager: string; authority: string } } };
  calls: GraphCall[];
  intercept: Interception;
  close(): Promise<void>;
}

export const tenantId = "11111111-2222-3333-4444-555555555555";

const graphRequest = z.object({
  query: z.string(),
  subscriptions: z.array(z.string()).optional(),
  options: z.object({ $top: z.number(), $skipToken: z.string().optional(), resultFormat: z.literal("objectArray") }),
});

/**
 * A server on the loopback that answers as Microsoft Entra, Resource Manager and Resource Graph do. `pageSize`: of Resource Graph,
 * at most. `certificate`: one that is trusted where its caller is another process.
 */
export async function startAzure(subscriptions: readonly StandInSubscription[], { pageSize = 1000, certificate }: { pageSize?: number; certificate?: Certificate } = {}): Promise<StandInAzure> {
  const server = createServer({ ...(certificate ?? (await trustedCertificate())) }, (request, response) => {
    void respond(request).then(({ status, body, headers = {} }) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientSecret = "a client secret";
  const azure: StandInAzure = {
    url,
    clientSecret,
    access: { credentials: { mode: "secret", tenantId, clientId: "bbbbbbbb-0000-0000-0000-000000000001", clientSecret }, settings: { cloud: { resourceManager: url, authority: url } } },
    calls: [],
    intercept: () => null,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };

  async function respond(request: IncomingMessage): Promise<Answer> {
    const body = await text(request);
    const { pathname } = new URL(request.url ?? "", url);
    if (pathname.endsWith("/openid-configuration")) return ok({ token_endpoint: `${url}/token`, issuer: `${url}/v2.0`, authorization_endpoint: `${url}/authorize`, jwks_uri: `${url}/keys` });
    if (pathname === "/token") return azure.intercept("sign-in") ?? signIn(new URLSearchParams(body), clientSecret);
    if (request.headers.authorization !== "Bearer token") return failed(401, "InvalidAuthenticationToken", "The access token is invalid.");
    if (pathname === "/subscriptions") return azure.intercept("subscriptions") ?? ok({ value: subscriptions.map(({ id, name }) => ({ id: `/subscriptions/${id}`, subscriptionId: id, displayName: name, state: "Enabled", tenantId })) });
    const listed = /^\/subscriptions\/([^/]+)\/resources$/.exec(pathname)?.[1];
    if (listed !== undefined) return ok({ value: subscriptions.filter(({ id }) => id === listed).flatMap(({ rows }) => rows.resources) });
    if (pathname === "/providers/Microsoft.ResourceGraph/resources") return graph(graphRequest.parse(JSON.parse(body)));
    return failed(404, "NotFound", "There is nothing here.");
  }

  function graph({ query, subscriptions: asked, options }: z.infer<typeof graphRequest>): Answer {
    const [, table = ""] = /^(\w+)/.exec(query) ?? [];
    const types = Array.from(query.matchAll(/'([^']+)'/g), ([, type = ""]) => type.toLowerCase());
    const call: GraphCall = { table, subscriptions: asked ?? null, skipToken: options.$skipToken ?? null };
    azure.calls.push(call);
    const seen = subscriptions.filter(({ id }) => asked === undefined || asked.includes(id));
    const rows = seen.flatMap(({ rows: tables }) => tables[table as keyof typeof tables] ?? []).filter(({ type }) => types.length === 0 || types.includes(String(type).toLowerCase()));
    const start = Number(options.$skipToken ?? 0);
    const end = start + Math.min(pageSize, options.$top);
    const data = rows.slice(start, end);
    const more: JsonObject = end < rows.length ? { $skipToken: String(end) } : {};
    return azure.intercept(call) ?? { ...ok({ totalRecords: rows.length, count: data.length, data: [...data], facets: [], resultTruncated: "false", ...more }), headers: { "x-ms-user-quota-remaining": "14", "x-ms-user-quota-resets-after": "00:00:05" } };
  }

  return azure;
}

function signIn(form: URLSearchParams, clientSecret: string): Answer {
  if (form.get("client_secret") === clientSecret) return ok({ token_type: "Bearer", expires_in: 3600, access_token: "token" });
  return { status: 401, body: { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret provided.", error_codes: [7000215] } };
}

export function failed(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

function ok(body: JsonObject): Answer {
  return { status: 200, body };
}
