import type { Coverage } from "../../core/resource/coverage";
import { CloudVizError } from "../../core/error";
import type { Inventory } from "../../core/resource/inventory";
import { hasEnded, jobStatus } from "../../core/job/job";
import type { JobResult, JobStatus } from "../../core/job/job";
import { resourceKey } from "../../core/resource/resource-key";
import { changeMessage } from "../../core/webhook/webhook-messages";
import type { Transaction } from "../database";
import { openDatabase } from "../database";
import { countChanges } from "../jobs/job-cells";
import { endJob } from "../jobs/jobs";
import { planPublication } from "./plan-publication";
import type { OpenEdge, OpenSighting, PlaceChange } from "./plan-publication";
import { bumpRevision } from "./revision";
import { edgeRow, sightingRow } from "./sighting";
import type { EdgeRow, Rank, SightingRow } from "./sighting";
import { storable } from "../storable";
import { closeEdges, closeSightings, insertEdges, insertSightings, readOpenEdges, readOpenSightings, setLastSeen } from "./sighting-rows";
import { queueDeliveries } from "../webhooks/webhook-deliveries";

export interface Publication {
  connectionId: string;
  /** The run that saw it, shown beside what it could not see. */
  jobId?: string | null;
  rank: Rank;
  inventory: Inventory;
  /** Resource id → its other spellings: what links this connection's resources to those of others. */
  aliases: ReadonlyMap<string, readonly string[]>;
  /** Resource id → the collector that saw it. Without it, only "all" can find that something is gone. */
  collectors?: ReadonlyMap<string, string>;
  /** Resource id → the account that was looked at, where it is not the resource's own. */
  lookedAt?: ReadonlyMap<string, string>;
  /** What was looked at to the end: "all" for a file, else the coverage of the run. Only there is the unseen gone. */
  complete: "all" | readonly Coverage[];
  /** When it was seen, RFC 3339. Never before the connection's last publication: it is moved just behind that one. */
  at: string;
}

/**
 * Writes what one connection saw, in one transaction: all of it or nothing. What did not change is not written again.
 * Two publications of one connection follow one another.
 * @throws CloudVizError "not-found" when the connection was removed.
 */
export async function publishInventory(publication: Publication): Promise<JobResult> {
  const { prisma } = await openDatabase();
  const sightings = sightingRows(publication);
  const seen = { sightings, edges: edgeRows(publication, sightings) };
  return prisma.$transaction(async (tx) => (await publish(tx, publication, seen)).result);
}

/**
 * Writes what a run saw, and ends the run in the same transaction. One that has ended is left as it is, so that this may be
 * done twice.
 */
export async function publishRun(publication: Publication & { jobId: string; complete: readonly Coverage[] }, end: { status: JobStatus; notices: readonly string[]; error: string | null }): Promise<void> {
  const { prisma } = await openDatabase();
  const { jobId, complete: coverage } = publication;
  const sightings = sightingRows(publication);
  const seen = { sightings, edges: edgeRows(publication, sightings) };
  await prisma.$transaction(async (tx) => {
    const [job] = await tx.$queryRaw<{ status: string }[]>`SELECT status FROM jobs WHERE id = ${jobId} FOR UPDATE`;
    if (job === undefined || hasEnded({ status: jobStatus.parse(job.status) })) return;
    const { result, places } = await publish(tx, publication, seen);
    await countChanges(tx, jobId, places);
    await endJob(tx, jobId, { status: end.status, error: end.error, coverage: [...coverage], result: { ...result, notices: [...end.notices, ...result.notices] } });
  });
}

/** So many are named. */
const mostNamed = 5;

/** A subscription or project may be deleted, or only no longer visible: who can tell? */
function lostNotices(accounts: readonly string[]): string[] {
  if (accounts.length === 0) return [];
  const named = [...accounts].sort().slice(0, mostNamed).join(", ");
  const more = accounts.length > mostNamed ? ` and ${accounts.length - mostNamed} more` : "";
  return [`Not found any more, or no longer visible with these credentials: ${named}${more}. What was seen there before stays.`];
}

function sightingRows({ inventory, collectors, lookedAt, aliases, rank }: Publication): Map<string, SightingRow> {
  const rows = inventory.resources.map((resource) => sightingRow(resource, { collector: collectors?.get(resource.id) ?? "", lookedAt: lookedAt?.get(resource.id) ?? null, aliases: aliases.get(resource.id) ?? [], rank }));
  return new Map(rows.map((row) => [row.resource_key, row]));
}

function edgeRows({ inventory, rank }: Publication, sightings: ReadonlyMap<string, SightingRow>): Map<string, EdgeRow> {
  const keys = new Map(Array.from(sightings.values(), (row) => [row.resource_id, row.resource_key]));
  const rows = inventory.edges.map((edge) => edgeRow(edge, rank, (id) => keys.get(id) ?? resourceKey(id)));
  return new Map(rows.map((row) => [row.edge_key, row]));
}

async function publish(
  tx: Transaction,
  { connectionId, jobId = null, complete, inventory, at: wantedAt }: Publication,
  seen: { sightings: Map<string, SightingRow>; edges: Map<string, EdgeRow> },
): Promise<{ result: JobResult; places: PlaceChange[] }> {
  const { previousAt } = await lockConnection(tx, connectionId);
  const at = new Date(Math.max(Date.parse(wantedAt), previousAt === null ? 0 : previousAt.getTime() + 1));
  const open = { sightings: [] as OpenSighting[], edges: [] as OpenEdge[] };
  if (previousAt !== null) {
    open.sightings = await readOpenSightings(tx, connectionId);
    open.edges = await readOpenEdges(tx, connectionId);
  }
  const plan = planPublication(open, seen, complete);
  await closeSightings(tx, plan.close, at, previousAt ?? at);
  await closeEdges(tx, plan.closeEdges, at);
  await setLastSeen(tx, plan.markUnseen, previousAt);
  await setLastSeen(tx, plan.markSeen, null);
  await insertSightings(tx, connectionId, at, plan.insert);
  await insertEdges(tx, connectionId, at, plan.insertEdges);
  await replaceCoverage(tx, connectionId, jobId, complete === "all" ? inventory.coverage : complete);
  const { added, changed, gone, resourceCount } = plan;
  await tx.publication.create({ data: { connectionId, jobId, at, added, changed, gone } });
  await tx.connection.update({
    where: { id: connectionId },
    data: { resourceCount, lastPublishedAt: at, updatedAt: new Date(), ...(jobId === null ? {} : { lastJobId: jobId }) },
  });
  await bumpRevision(tx);
  const resources = inventory.resources.filter(({ origin }) => origin?.kind !== "outside").length;
  const result = { resources, edges: seen.edges.size, added, changed, gone, notices: lostNotices([...plan.lostAccounts]) };
  await queueDeliveries(tx, changeMessage({ connectionId, jobId, at, result }));
  return { result, places: [...plan.places.values()] };
}

/** The row lock makes publications of one connection follow one another, and holds off its removal. */
async function lockConnection(tx: Transaction, id: string): Promise<{ previousAt: Date | null }> {
  const rows = await tx.$queryRaw<{ last_published_at: Date | null }[]>`SELECT last_published_at FROM connections WHERE id = ${storable(id)} FOR UPDATE`;
  const [row] = rows;
  if (row === undefined) throw new CloudVizError("not-found", "The connection was removed: nothing was stored.");
  return { previousAt: row.last_published_at };
}

async function replaceCoverage(tx: Transaction, connectionId: string, jobId: string | null, rows: readonly Coverage[]): Promise<void> {
  await tx.coverage.deleteMany({ where: { connectionId } });
  await tx.coverage.createMany({ data: storable(rows).map((row) => ({ ...row, connectionId, jobId })) });
}
