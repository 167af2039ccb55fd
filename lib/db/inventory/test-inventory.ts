import { edgeId } from "../../core/resource/edge";
import type { Edge, EdgeKind } from "../../core/resource/edge";
import type { Coverage } from "../../core/resource/coverage";
import { unpriced } from "../../core/resource/money";
import type { Resource } from "../../core/resource/resource";
import { resourceKey } from "../../core/resource/resource-key";
import { createConnection } from "../connections";
import { publishInventory } from "./inventory";
import type { Publication } from "./inventory";

export const account = "123456789012";
const collector = "aws.ec2.instance";

/** An instance in us-east-1 unless told otherwise. */
export function aResource(id: string, given: Partial<Resource> = {}): Resource {
  const moment = "2026-01-01T00:00:00.000Z";
  return {
    key: resourceKey(id),
    id,
    provider: "aws",
    type: "AWS::EC2::Instance",
    category: "compute",
    name: id,
    account,
    region: "us-east-1",
    zone: null,
    group: null,
    parent: null,
    state: null,
    tags: {},
    properties: {},
    cost: unpriced,
    origin: { kind: "live", address: null, merged: [] },
    createdAt: null,
    firstSeenAt: moment,
    lastSeenAt: moment,
    ...given,
  };
}

export function anOutside(target: string, given: Partial<Resource> = {}): Resource {
  return aResource(`outside:${target}`, { type: "Unknown", category: "other", origin: { kind: "outside", address: null, merged: [] }, ...given });
}

export function anEdge(from: string, to: string, kind: EdgeKind = "connects-to", by: string = collector): Edge {
  return { id: edgeId(kind, from, to), kind, from, to, certainty: "declared", evidence: { collector: by, path: "Field" } };
}

export function aCoverage(given: Partial<Coverage> = {}): Coverage {
  return { collector, provider: "aws", account, region: "us-east-1", status: "complete", count: 1, permission: null, reason: null, message: null, ...given };
}

export async function aConnection(name = "production"): Promise<string> {
  const { id } = await createConnection({ kind: "cloud", source: "aws", identity: null, name, createdBy: "local" });
  return id;
}

type Seen = Partial<Omit<Publication, "connectionId" | "inventory">> & { resources?: Resource[]; edges?: Edge[]; coverage?: Coverage[] };

/** Publishes as live and complete unless told otherwise; every resource is the instance collector's. */
export function publish(connectionId: string, { resources = [], edges = [], coverage = [], ...given }: Seen) {
  return publishInventory({
    connectionId,
    rank: "live",
    inventory: { resources, edges, coverage },
    aliases: new Map(),
    collectors: new Map(resources.map(({ id }) => [id, collector])),
    complete: "all",
    at: new Date().toISOString(),
    ...given,
  });
}
