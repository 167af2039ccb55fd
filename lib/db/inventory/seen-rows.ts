import type { Edge } from "../../core/resource/edge";
import { edgeId } from "../../core/resource/edge";
import type { Transaction } from "../database";
import { readJsonRows } from "./json-rows";
import type { EdgeRow, SightingRow } from "./sighting";
import type { SeenEdge, SeenResource } from "./unite-sightings";

type StoredSighting = Omit<SightingRow, "hash" | "collector"> & { connection_id: string; first_seen_at: string; last_seen_at: string | null; changed_at: string | null };
type StoredEdge = Omit<EdgeRow, "hash" | "edge_key" | "from_key" | "to_key">;

/**
 * What is open now or, `at` a moment, was open then: the open rows that had begun, and those that ended later.
 * Rows are trusted to have the shape in which `sightingRow` wrote them: a zod parse of 10,000 costs more than reading them.
 */
export async function readSightings(tx: Transaction, at: Date | null): Promise<SeenResource[]> {
  const published = await lastPublications(tx, at);
  const rows = await readValid<StoredSighting>(tx, "sightings", sightingColumns, at);
  return rows.map((row) => seenResource(row, published.get(row.connection_id) ?? new Date(row.first_seen_at)));
}

export async function readEdgeSightings(tx: Transaction, at: Date | null): Promise<SeenEdge[]> {
  const rows = await readValid<StoredEdge>(tx, "edge_sightings", edgeColumns, at);
  return rows.map((row) => ({ edge: edgeOf(row), rank: row.rank }));
}

const sightingColumns =
  "resource_key, resource_id, rank, provider, type, category, name, account, region, zone, group_name, state, tags, properties, cost, origin, aliases, created_at_text, connection_id, first_seen_at, last_seen_at, " +
  // Another version of it ended when this one began.
  `CASE WHEN valid_from > first_seen_at AND EXISTS (
     SELECT 1 FROM sightings old WHERE old.resource_key = sightings.resource_key AND old.connection_id = sightings.connection_id AND old.valid_to = sightings.valid_from
   ) THEN valid_from END AS changed_at`;
const edgeColumns = "kind, from_id, to_id, certainty, collector, path, address, rank";

function readValid<Row>(tx: Transaction, table: string, columns: string, at: Date | null): Promise<Row[]> {
  const open = `SELECT id, ${columns} FROM ${table} WHERE valid_to IS NULL`;
  if (at === null) return readJsonRows(tx, open);
  const closed = `SELECT id, ${columns} FROM ${table} WHERE valid_to > $1::timestamptz AND valid_from <= $1::timestamptz`;
  return readJsonRows(tx, `${open} AND valid_from <= $1::timestamptz UNION ALL ${closed}`, [at]);
}

/** Connection id → the last moment, not after `at`, at which it was published. */
async function lastPublications(tx: Transaction, at: Date | null): Promise<Map<string, Date>> {
  const rows = await tx.publication.groupBy({ by: ["connectionId"], _max: { at: true }, where: at === null ? {} : { at: { lte: at } } });
  return new Map(rows.flatMap(({ connectionId, _max }) => (_max.at === null ? [] : [[connectionId, _max.at] as const])));
}

function seenResource(row: StoredSighting, publishedAt: Date): SeenResource {
  const lastSeenAt = row.last_seen_at === null ? publishedAt : new Date(Math.min(Date.parse(row.last_seen_at), publishedAt.getTime()));
  const resource = {
    key: row.resource_key,
    id: row.resource_id,
    provider: row.provider,
    type: row.type,
    category: row.category,
    name: row.name,
    account: row.account,
    region: row.region,
    zone: row.zone,
    group: row.group_name,
    parent: null,
    state: row.state,
    tags: row.tags,
    properties: row.properties,
    cost: row.cost,
    origin: row.origin,
    createdAt: row.created_at_text,
    firstSeenAt: new Date(row.first_seen_at).toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  };
  const changedAt = row.changed_at === null ? null : new Date(row.changed_at).toISOString();
  return { resource, connectionId: row.connection_id, rank: row.rank, aliases: row.aliases, changedAt };
}

function edgeOf({ kind, from_id: from, to_id: to, certainty, collector, path, address }: StoredEdge): Edge {
  const evidence = address === null ? { collector, path } : { collector, path, address };
  return { id: edgeId(kind, from, to), kind, from, to, certainty, evidence };
}
