import { createHash } from "node:crypto";
import type { Edge } from "../../core/resource/edge";
import type { JsonObject, JsonValue } from "../../core/json";
import type { Origin, Resource } from "../../core/resource/resource";
import { resourceKey } from "../../core/resource/resource-key";
import { storable, storableJson } from "../storable";

/** How much a sighting is believed: live beats state beats plan. */
export const ranks = { live: 0, state: 1, plan: 2 } as const;
export type Rank = keyof typeof ranks;

/** A resource as it is written: columns of `sightings`, named as there. */
export interface SightingRow {
  resource_key: string;
  resource_id: string;
  collector: string;
  looked_at: string | null;
  rank: number;
  provider: string;
  type: string;
  category: Resource["category"];
  name: string;
  account: string;
  region: string | null;
  zone: string | null;
  group_name: string | null;
  state: string | null;
  tags: Resource["tags"];
  properties: JsonObject;
  cost: Resource["cost"];
  origin: Origin | null;
  aliases: string[];
  created_at_text: string | null;
  hash: string;
}

/** A relationship as it is written: columns of `edge_sightings`. */
export interface EdgeRow {
  edge_key: string;
  kind: Edge["kind"];
  from_id: string;
  to_id: string;
  from_key: string;
  to_key: string;
  certainty: Edge["certainty"];
  collector: string;
  path: string;
  address: string | null;
  rank: number;
  hash: string;
}

interface Seen {
  collector: string;
  /** The account that was looked at, where it is not the resource's own. */
  lookedAt: string | null;
  aliases: readonly string[];
  rank: Rank;
}

export function sightingRow(resource: Resource, { collector, lookedAt, aliases, rank }: Seen): SightingRow {
  const fields = {
    resource_id: resource.id,
    collector,
    ...(lookedAt === null ? {} : { looked_at: lookedAt }),
    rank: ranks[rank],
    provider: resource.provider,
    type: resource.type,
    category: resource.category,
    name: resource.name,
    account: resource.account,
    region: resource.region,
    zone: resource.zone,
    group_name: resource.group,
    state: resource.state,
    tags: sorted(resource.tags),
    properties: sorted(resource.properties),
    cost: resource.cost,
    origin: resource.origin,
    aliases: [...aliases].sort(),
    created_at_text: resource.createdAt,
  };
  const json = JSON.stringify(fields);
  const clean = storableJson(json);
  const stored: typeof fields = clean === json ? fields : JSON.parse(clean);
  return { resource_key: stored.resource_id === resource.id ? resource.key : resourceKey(stored.resource_id), looked_at: null, ...stored, hash: shortHash(clean) };
}

/** `keyOf` gives the key of a resource id: a publication has them at hand, and hashing both ends again takes longer than all else here. */
export function edgeRow(edge: Edge, rank: Rank, keyOf: (id: string) => string = resourceKey): EdgeRow {
  const { id, kind, from, to, certainty, evidence } = storable(edge);
  const { collector, path, address = null } = evidence;
  return {
    edge_key: shortHash(id),
    kind,
    from_id: from,
    to_id: to,
    from_key: keyOf(from),
    to_key: keyOf(to),
    certainty,
    collector,
    path,
    address,
    rank: ranks[rank],
    hash: shortHash(JSON.stringify([certainty, collector, path, address, ranks[rank]])),
  };
}


/** 132 bits of SHA-256: enough that two texts never meet. */
function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** The same value with sorted keys: the order in which a cloud lists fields is no change. What is in order is not copied. */
function sorted<T extends JsonValue>(value: T): T;
function sorted(value: JsonValue): JsonValue {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.some((item) => typeof item === "object" && item !== null) ? value.map((item) => sorted(item)) : value;
  const keys = Object.keys(value);
  const isOrdered = keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") <= key);
  const isFlat = keys.every((key) => typeof value[key] !== "object" || value[key] === null);
  if (isOrdered && isFlat) return value;
  return Object.fromEntries((isOrdered ? keys : keys.sort()).map((key) => [key, sorted(value[key] ?? null)]));
}
