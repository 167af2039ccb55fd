import { z } from "zod";
import type { Connection } from "../core/connection";
import { CloudVizError } from "../core/error";
import { jsonObject } from "../core/json";
import type { JsonObject } from "../core/json";
import { newId } from "../core/ulid";
import { oldestFirst } from "./by-age";
import { openDatabase } from "./database";
import { Prisma } from "./generated/client";
import { bumpRevision } from "./inventory/revision";
import { storable } from "./storable";

export interface ConnectionDraft {
  /** Given when credentials were sealed with it as associated data; else made here. */
  id?: string;
  kind: Connection["kind"];
  source: string;
  /** What makes this the same source next time (a state's lineage); null = nothing does. */
  identity: string | null;
  name: string;
  settings?: JsonObject;
  /** Already sealed: written in the same INSERT, never selected with the row. */
  sealedCredentials?: string | null;
  createdBy: string;
}

const kinds = z.enum(["cloud", "file", "demo"]);

type Row = Prisma.ConnectionGetPayload<{ omit: { sealedCredentials: true } }>;

/** @throws CloudVizError "conflict" when there is one with this kind, source and identity. */
export async function createConnection(draft: ConnectionDraft): Promise<Connection> {
  const { prisma } = await openDatabase();
  const now = new Date();
  const data = storable({
    id: draft.id ?? newId("con"),
    kind: draft.kind,
    source: draft.source,
    identity: draft.identity,
    name: draft.name,
    settings: draft.settings ?? {},
    hasCredentials: typeof draft.sealedCredentials === "string",
    sealedCredentials: draft.sealedCredentials ?? null,
    createdBy: draft.createdBy,
  });
  try {
    return toConnection(await prisma.connection.create({ data: { ...data, createdAt: now, updatedAt: now } }));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new CloudVizError("conflict", `There is already a connection to this source: ${draft.name}.`, { cause: error });
  }
}

/** Oldest first. */
export async function listConnections(): Promise<Connection[]> {
  const { prisma } = await openDatabase();
  const rows = await prisma.connection.findMany({ orderBy: oldestFirst });
  return rows.map(toConnection);
}

export async function getConnection(id: string): Promise<Connection | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.connection.findUnique({ where: { id: storable(id) } });
  return row === null ? null : toConnection(row);
}

export async function findConnectionBySource({ kind, source, identity }: Pick<Connection, "kind" | "source"> & { identity: string }): Promise<Connection | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.connection.findUnique({ where: { kind_source_identity: storable({ kind, source, identity }) } });
  return row === null ? null : toConnection(row);
}

/** @throws CloudVizError "not-found". */
export async function updateConnection(id: string, patch: Partial<Pick<Connection, "name" | "settings" | "lastJobId">>): Promise<Connection> {
  const { prisma } = await openDatabase();
  const data: Prisma.ConnectionUpdateManyMutationInput = { ...storable(patch), updatedAt: new Date() };
  const { count } = await prisma.connection.updateMany({ where: { id: storable(id) }, data });
  const row = count === 0 ? null : await getConnection(id);
  if (row === null) throw new CloudVizError("not-found", "There is no such connection.");
  return row;
}

/**
 * Removes a connection with all that only it knew: its sightings, edges, coverage and credentials. What other connections
 * see stays, and so do the records of its jobs. False when there is no such connection.
 */
export async function removeConnection(id: string): Promise<boolean> {
  const { prisma } = await openDatabase();
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.connection.deleteMany({ where: { id: storable(id) } });
    if (count > 0) await bumpRevision(tx);
    return count > 0;
  });
}

/** The only way to the sealed credentials; null when the connection has none or is not there. */
export async function readSealedCredentials(id: string): Promise<string | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.connection.findUnique({ where: { id: storable(id) }, select: { sealedCredentials: true } });
  return row?.sealedCredentials ?? null;
}

function toConnection(row: Row): Connection {
  return {
    id: row.id,
    kind: kinds.parse(row.kind),
    source: row.source,
    name: row.name,
    settings: jsonObject.parse(row.settings),
    hasCredentials: row.hasCredentials,
    resourceCount: row.resourceCount,
    lastJobId: row.lastJobId,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
