import { z } from "zod";
import { diagram, type Diagram } from "../core/diagram/diagram";
import { CloudVizError } from "../core/error";
import { shareAllowance, shareHiding, shareMode, shareOrigin, shareView, type Share, type ShareStatus } from "../core/share/share";
import { newestFirst, olderThan } from "./by-age";
import { openDatabase } from "./database";
import { Prisma } from "./generated/client";
import { storable } from "./storable";

export interface ShareDraft extends Pick<Share, "diagramId" | "label" | "mode" | "frozenAt" | "view" | "hide" | "allow" | "origins" | "expiresAt" | "createdBy"> {
  id: string;
  tokenHash: string;
  passwordHash: string | null;
  frozen: Diagram | null;
}

export interface ShareUpdate extends Partial<Pick<Share, "label" | "hide" | "allow" | "origins" | "expiresAt">> {
  paused?: boolean | undefined;
  /** Null takes the password away. */
  passwordHash?: string | null | undefined;
}

export interface ShareQuery {
  diagramId?: string | undefined;
  /** The last link of the page before. */
  after?: string | undefined;
  limit?: number | undefined;
}

/** A link as who opens it needs it. */
export interface OpenableShare {
  share: Share;
  tokenHash: string;
  passwordHash: string | null;
}

const origins = z.array(shareOrigin);
const withTitle = { diagram: { select: { title: true } } } satisfies Prisma.ShareInclude;
const secrets = { tokenHash: false, passwordHash: false } as const;
type Row = Prisma.ShareGetPayload<{ include: typeof withTitle; omit: { tokenHash: true; passwordHash: true; frozen: true } }>;

/** @throws CloudVizError "not-found" when the diagram went meanwhile. */
export async function createShare({ passwordHash, frozen, frozenAt, expiresAt, ...draft }: ShareDraft): Promise<Share> {
  const { prisma } = await openDatabase();
  const data = {
    ...storable(draft),
    passwordHash,
    hasPassword: passwordHash !== null,
    frozen: frozen === null ? Prisma.DbNull : storable(frozen),
    frozenAt: dateOf(frozenAt),
    expiresAt: dateOf(expiresAt),
    createdAt: new Date(),
  };
  try {
    return toShare(await prisma.share.create({ data, include: withTitle }));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003") throw new CloudVizError("not-found", "There is no such diagram.");
    throw error;
  }
}

/** Newest first; all of them when no limit is given. */
export async function listShares({ diagramId, after, limit }: ShareQuery = {}): Promise<Share[]> {
  const { prisma } = await openDatabase();
  const last = after === undefined ? null : await prisma.share.findUnique({ where: { id: storable(after) } });
  const rows = await prisma.share.findMany({
    where: { ...(diagramId === undefined ? {} : { diagramId: storable(diagramId) }), ...(last === null ? {} : olderThan(last)) },
    orderBy: newestFirst,
    take: limit,
    include: withTitle,
  });
  return rows.map(toShare);
}

export async function getShare(id: string): Promise<Share | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.share.findUnique({ where: { id: storable(id) }, include: withTitle });
  return row === null ? null : toShare(row);
}

/** What is left out stays. @throws CloudVizError "not-found", or "conflict" when it was revoked. */
export async function updateShare(id: string, { paused, expiresAt, passwordHash, ...same }: ShareUpdate): Promise<Share> {
  return change(id, {
    ...storable(same),
    ...(expiresAt === undefined ? {} : { expiresAt: dateOf(expiresAt) }),
    ...(paused === undefined ? {} : { pausedAt: paused ? new Date() : null }),
    ...(passwordHash === undefined ? {} : { passwordHash, hasPassword: passwordHash !== null }),
  });
}

/** From now on another token opens the link. @throws CloudVizError "not-found", or "conflict" when it was revoked. */
export function replaceToken(id: string, tokenHash: string): Promise<Share> {
  return change(id, { tokenHash });
}

/** The link opens no more, for good. False when there is none. */
export async function revokeShare(id: string): Promise<boolean> {
  const { prisma } = await openDatabase();
  const { count } = await prisma.share.updateMany({ where: { id: storable(id), revokedAt: null }, data: { revokedAt: new Date(), frozen: Prisma.DbNull } });
  return count > 0 || (await getShare(id)) !== null;
}

/** By the hash of its token, whatever its status; without its frozen diagram. */
export async function findShare(tokenHash: string): Promise<OpenableShare | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.share.findUnique({ where: { tokenHash }, include: withTitle, omit: secrets });
  return row === null ? null : { share: toShare(row), tokenHash: row.tokenHash, passwordHash: row.passwordHash };
}

/** Null for a link that follows its diagram. */
export async function readFrozen(id: string): Promise<Diagram | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.share.findUnique({ where: { id }, select: { frozen: true } });
  return row === null || row.frozen === null ? null : diagram.parse(row.frozen);
}

export async function countView(id: string): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.share.updateMany({ where: { id }, data: { views: { increment: 1 }, lastViewedAt: new Date() } });
}

async function change(id: string, data: Prisma.ShareUpdateManyMutationInput): Promise<Share> {
  const { prisma } = await openDatabase();
  const { count } = await prisma.share.updateMany({ where: { id: storable(id), revokedAt: null }, data });
  const present = await getShare(id);
  if (present === null) throw new CloudVizError("not-found", "There is no such link.");
  if (count === 0) throw new CloudVizError("conflict", "The link was revoked, for good: make a new one.");
  return present;
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function statusOf({ revokedAt, expiresAt, pausedAt }: Row): ShareStatus {
  if (revokedAt !== null) return "revoked";
  if (expiresAt !== null && expiresAt <= new Date()) return "expired";
  return pausedAt === null ? "active" : "paused";
}

function toShare(row: Row): Share {
  return {
    id: row.id,
    diagramId: row.diagramId,
    diagramTitle: row.diagram.title,
    label: row.label,
    mode: shareMode.parse(row.mode),
    frozenAt: row.frozenAt?.toISOString() ?? null,
    view: shareView.parse(row.view),
    hide: shareHiding.parse(row.hide),
    allow: shareAllowance.parse(row.allow),
    origins: origins.parse(row.origins),
    hasPassword: row.hasPassword,
    status: statusOf(row),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    views: row.views,
    lastViewedAt: row.lastViewedAt?.toISOString() ?? null,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
  };
}
