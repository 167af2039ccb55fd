import { afterAll, beforeAll, expect, test } from "vitest";
import type { CollectedResource } from "../core/collected";
import { finishCell, listCells, markCell, planCells } from "./job-cells";
import { readJobEvents } from "./job-events";
import { readFindings } from "./job-findings";
import { createJob, getJob } from "./jobs";
import { closeTestDatabase, openTestDatabase } from "./test-database";

beforeAll(openTestDatabase);
afterAll(closeTestDatabase);

test("cells that end at the same time are all kept, and each once", async () => {
  const { id } = await createJob({ kind: "discovery", connectionId: null, createdBy: "local" });
  const ordinals = Array.from({ length: 40 }, (_, ordinal) => ordinal);
  await planCells(id, ordinals.map((ordinal) => ({ account: "1", region: `r-${ordinal}`, collector: "c", status: "queued", coverage: [] })));
  const end = async (ordinal: number) => {
    await markCell(id, ordinal, "running");
    await finishCell(id, ordinal, { status: "complete", count: 1, permission: null, message: null, coverage: [] }, [aFinding(ordinal)]);
  };
  // Twice each: a step may run again.
  await Promise.all([...ordinals, ...ordinals].map(end));
  expect(await getJob(id)).toMatchObject({ progress: { done: 40, planned: 40 } });
  expect((await listCells(id)).map(({ status }) => status)).toEqual(ordinals.map(() => "complete"));
  const found: unknown[] = [];
  for await (const item of readFindings(id)) found.push(item);
  expect(found).toEqual(ordinals.map(aFinding));
  const ended = (await readJobEvents(id, 0)).flatMap((event) => (event.type === "cell" && event.data.status === "complete" ? [event.data.ordinal] : []));
  expect(ended.sort((a, b) => a - b)).toEqual(ordinals);
});

function aFinding(ordinal: number): CollectedResource {
  const resource = { id: `id-${ordinal}`, provider: "aws", type: "AWS::EC2::VPC", name: "n", account: "1", region: `r-${ordinal}` };
  return { kind: "resource", collector: "c", resource, aliases: [], refs: [] };
}
