import { resourceKey } from "../../core/resource/resource-key";
import { openDatabase } from "../database";
import { readJsonRows } from "./json-rows";

interface LastSeen {
  resource_id: string;
  name: string;
  type: string;
}

/** Resources as they were seen last, now or long ago; those of removed connections are in no history any more. */
export async function lastSeen(ids: readonly string[]): Promise<Map<string, { name: string; type: string }>> {
  if (ids.length === 0) return new Map();
  const { prisma } = await openDatabase();
  const newest = `SELECT DISTINCT ON (resource_key) id, resource_id, name, type FROM sightings
    WHERE resource_key IN (SELECT jsonb_array_elements_text($1::jsonb)) ORDER BY resource_key, valid_from DESC, id DESC`;
  const rows = await prisma.$transaction((tx) => readJsonRows<LastSeen>(tx, newest, [JSON.stringify(ids.map(resourceKey))]));
  return new Map(rows.map(({ resource_id, name, type }) => [resource_id, { name, type }]));
}
