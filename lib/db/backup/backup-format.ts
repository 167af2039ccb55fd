import { z } from "zod";

/**
 * A backup is gzipped text, one JSON value a line: the header, then every row as `["table",{…}]` in an order in which
 * foreign keys hold, then the end with what must have been read until there.
 */
export const backupFormat = "cloudviz-backup";
export const backupVersion = 1;

/** Parents before children. A test holds it against the schema. */
export const backupTables = [
  "connections", "jobs", "job_cells", "job_findings", "job_events", "publications", "sightings", "edge_sightings", "coverage", "diagrams", "shares", "inventory_revision",
  "schedules", "webhooks", "webhook_deliveries", "webhook_attempts",
] as const;

/** What the server that began it is doing, and files for a day: elsewhere work is taken up anew from the jobs, by the sweep. */
export const transientTables = ["exports", "idempotent_requests", "engine_events", "engine_runs", "engine_steps", "engine_tasks", "engine_waits"] as const;

export const backupHeader = z.object({
  format: z.literal(backupFormat),
  version: z.number(),
  createdAt: z.iso.datetime(),
  /** Applied migrations: the tables have the shape that they give. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(z.string().regex(/^[a-z][a-z_]*$/)),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export const backupEnd = z.object({
  counts: z.record(z.string(), z.number().int().nonnegative()),
  /** Of all lines before this one, each with its line feed. */
  sha256: z.string(),
});

export function rowPrefix(table: string): string {
  return `["${table}",`;
}
