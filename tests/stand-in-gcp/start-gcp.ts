import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "../../lib/core/json";

/** One call to ListAssets. */
export interface AssetCall {
  /** `projects/shop` */
  parent: string;
  content: "RESOURCE" | "IAM_POLICY" | "RELATIONSHIP";
  assetTypes: readonly string[];
  pageToken: string | null;
}

export interface Answer {
  status: number;
  body: JsonObject;
  headers?: Record<string, string>;
}

export interface StandInGcp {
  url: string;
  calls: AssetCall[];
  /** Answers instead of the stand-in; null lets it answer. */
  intercept: (call: AssetCall) => Answer | null;
  close(): Promise<void>;
}

/** Assets by the content that is asked for; each lies below those of its `ancestors`. */
export type StandInAssets = Readonly<Partial<Record<AssetCall["content"], readonly (JsonObject & { assetType: string; ancestors: string[] })[]>>>;

/** By the numbers of the API's enumeration. */
const contents: Record<string, AssetCall["content"]> = { "1": "RESOURCE", "2": "IAM_POLICY", "7": "RELATIONSHIP" };

/** A server on the loopback that answers ListAssets as Cloud Asset Inventory does. `numbers`: of projects, by id. `pageSize`: at most. */
export async function startGcp(assets: StandInAssets, { numbers, pageSize = 1000 }: { numbers: Readonly<Record<string, string>>; pageSize?: number }): Promise<StandInGcp> {
  const server = createServer((request, response) => {
    const { status, body, headers = {} } = respond(new URL(request.url ?? "", "http://stand-in"), request.headers.authorization);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const gcp: StandInGcp = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    intercept: () => null,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };

  function respond({ pathname, searchParams }: URL, authorization: string | undefined): Answer {
    const parent = /^\/v1\/((?:projects|folders|organizations)\/[^/]+)\/assets$/.exec(pathname)?.[1];
    if (parent === undefined) return failed(404, "NOT_FOUND");
    if (authorization?.startsWith("Bearer ") !== true) return failed(401, "UNAUTHENTICATED");
    const content = contents[searchParams.get("contentType") ?? ""];
    if (content === undefined) return failed(400, "INVALID_ARGUMENT");
    const call: AssetCall = { parent, content, assetTypes: searchParams.getAll("assetTypes"), pageToken: searchParams.get("pageToken") };
    gcp.calls.push(call);
    const [kind = "", id = ""] = parent.split("/");
    const ancestor = kind === "projects" ? `projects/${numbers[id] ?? id}` : parent;
    const below = (assets[content] ?? []).filter(({ assetType, ancestors }) => ancestors.includes(ancestor) && (call.assetTypes.length === 0 || call.assetTypes.includes(assetType)));
    const start = Number(call.pageToken ?? 0);
    const end = start + Math.min(pageSize, Number(searchParams.get("pageSize")));
    const more: JsonObject = end < below.length ? { nextPageToken: String(end) } : {};
    return gcp.intercept(call) ?? { status: 200, body: { readTime: "2026-01-01T00:00:00Z", assets: below.slice(start, end), ...more } };
  }

  return gcp;
}

/** Google's error model. */
export function failed(code: number, status: string, info?: { reason: string; metadata?: Record<string, string> }): Answer {
  const details: JsonObject[] = info === undefined ? [] : [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: info.reason, domain: "googleapis.com", metadata: info.metadata ?? {} }];
  return { status: code, body: { error: { code, status, message: `${status} of the stand-in`, details } } };
}
