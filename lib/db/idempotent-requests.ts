import { z } from "zod";
import { openDatabase } from "./database";
import { storable } from "./storable";

/** `body`: sealed text. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

export type Begun = { state: "begun" } | { state: "in-flight" } | { state: "other-body" } | { state: "answered"; answer: StoredAnswer };

/** A server that was killed while it answered has left the request in flight: after this long another may begin. */
const takenOverAfter = "5 minutes";

const headers = z.record(z.string(), z.string());

/** Writes down that a request is being answered, unless it was or is already. */
export async function beginRequest(id: string, bodyHash: string): Promise<Begun> {
  const { prisma } = await openDatabase();
  const begun = await prisma.$executeRawUnsafe(
    `INSERT INTO idempotent_requests (id, body_hash, created_at) VALUES ($1, $2, now())
     ON CONFLICT (id) DO UPDATE SET body_hash = excluded.body_hash, created_at = now()
     WHERE idempotent_requests.status IS NULL AND idempotent_requests.created_at < now() - interval '${takenOverAfter}'`,
    id,
    bodyHash,
  );
  if (begun > 0) return { state: "begun" };
  const row = await prisma.idempotentRequest.findUnique({ where: { id } });
  // Forgotten between the two statements: whoever answered it has failed, and the client may try again.
  if (row === null || row.status === null) return { state: row === null || row.bodyHash === bodyHash ? "in-flight" : "other-body" };
  if (row.bodyHash !== bodyHash) return { state: "other-body" };
  return { state: "answered", answer: { status: row.status, headers: headers.parse(row.headers), body: row.body } };
}

export async function keepAnswer(id: string, answer: StoredAnswer): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.idempotentRequest.updateMany({ where: { id }, data: { ...answer, headers: storable(answer.headers) } });
}

/** Nothing came of it: it may be made again. */
export async function forgetRequest(id: string): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.idempotentRequest.deleteMany({ where: { id, status: null } });
}

export async function dropOldRequests(before: Date): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.idempotentRequest.deleteMany({ where: { createdAt: { lt: before } } });
}
