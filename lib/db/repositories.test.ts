import { describe, expect, test } from "vitest";
import { connection } from "../core/connection";
import { job } from "../core/job/job";
import { createConnection, findConnectionBySource, getConnection, listConnections, readSealedCredentials, updateConnection } from "./connections";
import { openDatabase } from "./database";
import { createDiagram, deleteDiagram, getDiagram, listDiagrams, updateDiagram } from "./diagrams";
import type { DiagramDraft } from "./diagrams";
import { createJob, failAbandonedJobs, getJob, listJobs, updateJob } from "./jobs/jobs";
import { withTestDatabase } from "./test-database";
import { aCoverage } from "./inventory/test-inventory";

withTestDatabase();

const nul = String.fromCharCode(0);

describe("connections", () => {
  const draft = { kind: "file", source: "terraform-state", identity: "lineage-1", name: "prod.tfstate", settings: { serial: 3 }, createdBy: "local" } as const;

  test("are found again by their source, and there is only one", async () => {
    const made = await createConnection(draft);
    expect(connection.strict().parse(made)).toMatchObject({ name: "prod.tfstate", settings: { serial: 3 }, hasCredentials: false, resourceCount: 0, lastJobId: null });
    expect(await findConnectionBySource(draft)).toEqual(made);
    expect(await findConnectionBySource({ ...draft, identity: "lineage-2" })).toBeNull();
    await expect(createConnection(draft)).rejects.toMatchObject({ code: "conflict" });
    // Two imports of one new file at once: one makes the connection, the other is told.
    const both = await Promise.allSettled([1, 2].map(() => createConnection({ ...draft, identity: "lineage-3" })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("of clouds have no identity of their own: there may be several", async () => {
    const cloud = { kind: "cloud", source: "aws", identity: null, name: "aws", createdBy: "local" } as const;
    const made = [await createConnection(cloud), await createConnection(cloud)];
    expect((await listConnections()).map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
  });

  test("never show their sealed credentials, except to the one who asks for them", async () => {
    const made = await createConnection({ ...draft, id: "con_1", sealedCredentials: "SEALED-CANARY" });
    expect(made).toMatchObject({ id: "con_1", hasCredentials: true });
    const { prisma } = await openDatabase();
    const seen = JSON.stringify([made, await getConnection("con_1"), await listConnections(), await prisma.connection.findMany()]);
    expect(seen).not.toContain("SEALED-CANARY");
    expect(await readSealedCredentials("con_1")).toBe("SEALED-CANARY");
    expect(await readSealedCredentials("con_2")).toBeNull();
  });

  test("can be changed; hostile text is stored as far as it can be", async () => {
    const { id } = await createConnection({ ...draft, name: `a${nul}b`, settings: { [`k${nul}`]: `v${nul}` } });
    expect(await getConnection(id)).toMatchObject({ name: "a\uFFFDb", settings: { "k\uFFFD": "v\uFFFD" } });
    expect(await updateConnection(id, { name: "new" })).toMatchObject({ name: "new", settings: { "k\uFFFD": "v\uFFFD" } });
    expect(await getConnection(`x${nul}`)).toBeNull();
    await expect(updateConnection("con_none", { name: "new" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("jobs", () => {
  const draft = { kind: "discovery", connectionId: "con_1", createdBy: "local" } as const;
  const result = { resources: 1, edges: 2, added: 1, changed: 0, gone: 0, notices: ["odd"] };

  test("go from queued to their end, field by field", async () => {
    const made = await createJob(draft);
    expect(job.strict().parse(made)).toMatchObject({ status: "queued", progress: { done: 0, planned: null }, result: null, coverage: [], error: null, startedAt: null });
    const startedAt = "2026-03-02T08:00:00.123Z";
    await updateJob(made.id, { status: "running", startedAt });
    await updateJob(made.id, { progress: { done: 3, planned: 10 } });
    const ended = await updateJob(made.id, { status: "partial", result, coverage: [aCoverage({ status: "denied" })], finishedAt: startedAt });
    expect(ended).toEqual({ ...made, status: "partial", progress: { done: 3, planned: 10 }, result, coverage: [aCoverage({ status: "denied" })], startedAt, finishedAt: startedAt });
    expect(await getJob(made.id)).toEqual(ended);
    expect((await updateJob(made.id, { result: null, startedAt: null })).result).toBeNull();
    await expect(updateJob("job_none", { status: "failed" })).rejects.toMatchObject({ code: "not-found" });
    expect(await getJob("job_none")).toBeNull();
  });

  test("are listed newest first, page by page", async () => {
    const made = [];
    for (let index = 0; index < 5; index++) made.unshift((await createJob({ ...draft, connectionId: index === 0 ? "con_2" : "con_1" })).id);
    const first = await listJobs({ limit: 2 });
    const second = await listJobs({ limit: 10, before: first[1]?.id });
    const listed = [...first, ...second];
    expect(listed.map(({ id }) => id).sort()).toEqual([...made].sort());
    expect(listed.map(({ createdAt }) => createdAt)).toEqual(listed.map(({ createdAt }) => createdAt).sort().reverse());
    expect(await listJobs({ connectionId: "con_2" })).toHaveLength(1);
    expect(await listJobs({ status: "running" })).toEqual([]);
  });

  test("that nobody can be at work on any more are failed with the reason; discoveries go on, ended ones are not touched", async () => {
    const imported = { ...draft, kind: "import" } as const;
    const [queued, running, done, discovery] = [await createJob(imported), await createJob(imported), await createJob(imported), await createJob(draft)];
    await updateJob(running.id, { status: "running" });
    await updateJob(done.id, { status: "succeeded" });
    expect(await failAbandonedJobs(new Date(Date.now() - 60_000), "CloudViz was restarted")).toBe(0);
    expect(await failAbandonedJobs(new Date(Date.now() + 1_000), "CloudViz was restarted")).toBe(2);
    for (const { id } of [queued, running]) expect(await getJob(id)).toMatchObject({ status: "failed", error: "CloudViz was restarted", finishedAt: expect.any(String) });
    expect(await getJob(done.id)).toMatchObject({ status: "succeeded", error: null });
    expect(await getJob(discovery.id)).toMatchObject({ status: "queued" });
  });
});

describe("diagrams", () => {
  const draft: DiagramDraft = {
    title: "Production", source: { filter: "provider:aws", at: null }, grouping: ["provider", "account"], layout: { id: "hierarchical", options: { engine: "elk" } }, theme: "dark",
    overlay: { places: { "i-1": { x: 1.25, y: -3, pinned: true } }, hidden: ["a"], names: { b: "B" }, notes: {}, collapsed: [], seenAt: null, orphans: {} }, createdBy: "local",
  };

  test("are kept as they are, and counted up with every change", async () => {
    const made = await createDiagram(draft);
    expect(made).toMatchObject({ ...draft, version: 1, expiresAt: null });
    const changed = await updateDiagram(made.id, 1, { title: "New", overlay: { ...draft.overlay, notes: { [`i${nul}`]: "x" } } });
    expect(changed).toMatchObject({ ...draft, title: "New", version: 2, overlay: { ...draft.overlay, notes: { "i\uFFFD": "x" } } });
    expect(await getDiagram(made.id)).toEqual(changed);
    expect(await updateDiagram(made.id, 2, { expiresAt: "2027-01-01T00:00:00.000Z" })).toMatchObject({ expiresAt: "2027-01-01T00:00:00.000Z" });
  });

  test("of two who save the same version one wins and the other is told", async () => {
    const { id } = await createDiagram(draft);
    const saves = await Promise.allSettled(["a", "b", "c"].map((title) => updateDiagram(id, 1, { title })));
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const save of saves) if (save.status === "rejected") expect(save.reason).toMatchObject({ code: "precondition-failed", message: expect.stringContaining("version 2, not 1") });
    expect((await getDiagram(id))?.version).toBe(2);
    await expect(updateDiagram("dgm_none", 1, {})).rejects.toMatchObject({ code: "not-found" });
  });

  test("are listed last changed first, and can be deleted", async () => {
    const made = [await createDiagram(draft), await createDiagram(draft), await createDiagram(draft)];
    await new Promise((resolve) => setTimeout(resolve, 5));
    const [oldest] = made;
    await updateDiagram(oldest?.id ?? "", 1, { title: "changed" });
    const first = await listDiagrams({ limit: 1 });
    expect(first[0]?.id).toBe(oldest?.id);
    expect(await listDiagrams({ after: first[0]?.id })).toHaveLength(2);
    expect(await deleteDiagram(oldest?.id ?? "")).toBe(true);
    expect(await deleteDiagram(oldest?.id ?? "")).toBe(false);
    expect(await listDiagrams()).toHaveLength(2);
  });
});
