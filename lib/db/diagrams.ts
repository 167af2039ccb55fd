import { diagram, diagramSummary, type Diagram, type DiagramSummary } from "../core/diagram/diagram";
import { CloudVizError } from "../core/error";
import { newId } from "../core/ulid";
import { openDatabase } from "./database";
import type { Prisma } from "./generated/client";
import { storable } from "./storable";

export type DiagramDraft = Pick<Diagram, "title" | "source" | "grouping" | "layout" | "theme" | "overlay" | "createdBy"> &
  Partial<Pick<Diagram, "expiresAt">>;

export type DiagramPatch = Partial<Pick<Diagram, "title" | "source" | "grouping" | "layout" | "theme" | "overlay" | "expiresAt">>;

export interface DiagramQuery {
  /** The last diagram of the page before. */
  after?: string;
  limit?: number;
}

export async function createDiagram({ expiresAt, ...draft }: DiagramDraft): Promise<Diagram> {
  const { prisma } = await openDatabase();
  const now = new Date();
  const data = { id: newId("dgm"), ...storable(draft), expiresAt: dateOf(expiresAt), createdAt: now, updatedAt: now };
  return toDiagram(await prisma.diagram.create({ data }));
}

/** Last changed first; all of them when no limit is given. */
export async function listDiagrams({ after, limit }: DiagramQuery = {}): Promise<DiagramSummary[]> {
  const { prisma } = await openDatabase();
  const last = after === undefined ? null : await prisma.diagram.findUnique({ where: { id: storable(after) } });
  const rows = await prisma.diagram.findMany({
    where: last === null ? {} : { OR: [{ updatedAt: { lt: last.updatedAt } }, { updatedAt: last.updatedAt, id: { lt: last.id } }] },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit,
    omit: { overlay: true },
  });
  return rows.map((row) => diagramSummary.parse(withTexts(row)));
}

export async function getDiagram(id: string): Promise<Diagram | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.diagram.findUnique({ where: { id: storable(id) } });
  return row === null ? null : toDiagram(row);
}

/**
 * Changes a diagram that is still at `expectedVersion`, and counts its version up.
 * @throws CloudVizError "not-found", or "precondition-failed" when somebody else changed it first.
 */
export async function updateDiagram(id: string, expectedVersion: number, patch: DiagramPatch): Promise<Diagram> {
  const { prisma } = await openDatabase();
  const { expiresAt, ...same } = storable(patch);
  // One statement: the version is compared and counted up in the same moment, however many savers there are.
  const [row] = await prisma.diagram.updateManyAndReturn({
    where: { id: storable(id), version: expectedVersion },
    data: { ...same, expiresAt: dateOf(expiresAt), version: { increment: 1 }, updatedAt: new Date() },
  });
  if (row !== undefined) return toDiagram(row);
  const present = await getDiagram(id);
  if (present === null) throw new CloudVizError("not-found", "There is no such diagram.");
  throw new CloudVizError("precondition-failed", `The diagram was changed meanwhile (it is at version ${present.version}, not ${expectedVersion}): load it again and repeat the change.`);
}

/** False when there is no such diagram. */
export async function deleteDiagram(id: string): Promise<boolean> {
  const { prisma } = await openDatabase();
  const { count } = await prisma.diagram.deleteMany({ where: { id: storable(id) } });
  return count > 0;
}

function dateOf(text: string | null | undefined): Date | null | undefined {
  return typeof text === "string" ? new Date(text) : text;
}

function toDiagram(row: Prisma.DiagramGetPayload<object>): Diagram {
  return diagram.parse(withTexts(row));
}

function withTexts<Row extends { createdAt: Date; updatedAt: Date; expiresAt: Date | null }>(row: Row) {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(), expiresAt: row.expiresAt?.toISOString() ?? null };
}
