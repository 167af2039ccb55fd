import { expect, test } from "vitest";
import { diagramPage } from "../../lib/core/api/diagrams";
import { problem } from "../../lib/core/api/problem";
import { diagram } from "../../lib/core/diagram/diagram";
import { withServer } from "./with-server";

const { call } = await withServer();

const create = (title: string, key: string) => call("/api/v1/diagrams", { method: "POST", json: { title }, headers: { "idempotency-key": key } });

async function titles(): Promise<string[]> {
  return diagramPage.parse(await (await call("/api/v1/diagrams")).json()).data.map(({ title }) => title);
}

test("sent twice it is done once, and answered alike; quotes around the key do not matter", async () => {
  const first = await create("Once", '"8e03978e-40d5-43e8-bc93-6894a57f9324"');
  const second = await create("Once", "8e03978e-40d5-43e8-bc93-6894a57f9324");
  expect([first.status, second.status]).toEqual([201, 201]);
  expect([first, second].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"]);
  expect(second.headers.get("location")).toBe(first.headers.get("location"));
  expect(diagram.parse(await second.json())).toEqual(diagram.parse(await first.json()));
  expect(await titles()).toEqual(["Once"]);
});

test("a key is for one content", async () => {
  expect((await create("A", "key-a")).status).toBe(201);
  const other = await create("B", "key-a");
  expect(other.status).toBe(422);
  expect(problem.parse(await other.json())).toMatchObject({ code: "key-reused", detail: expect.stringContaining("new key") });
  expect((await create("B", "key-b")).status).toBe(201);
});

test("of several at once one is carried out", async () => {
  const statuses = (await Promise.all(Array.from({ length: 5 }, () => create("At once", "key-once")))).map(({ status }) => status);
  expect(statuses).toContain(201);
  for (const status of statuses) expect([201, 409]).toContain(status);
  expect((await titles()).filter((title) => title === "At once")).toHaveLength(1);
});

test("what failed may be sent again under its key, corrected or not", async () => {
  expect((await create("", "key-fixed")).status).toBe(400);
  expect((await create("Fixed", "key-fixed")).status).toBe(201);
});

test.each(["", '"', "a\tb", "x".repeat(256), '"unclosed'])("a key that is none is refused: %j", async (key) => {
  const response = await create("Never", key);
  expect(response.status).toBe(400);
  expect(problem.parse(await response.json()).errors).toMatchObject([{ pointer: "Idempotency-Key" }]);
  expect(await titles()).not.toContain("Never");
});

test("answers are kept sealed, and forgotten after a day", async () => {
  await create("Secret title", "key-secret");
  const { openDatabase } = await import("../../lib/db/database");
  const { prisma } = await openDatabase();
  expect(JSON.stringify(await prisma.idempotentRequest.findMany())).not.toContain("Secret title");
  const { dropOldRequests } = await import("../../lib/db/idempotent-requests");
  await dropOldRequests(new Date(Date.now() - 24 * 60 * 60 * 1000));
  expect((await create("Secret title", "key-secret")).headers.get("idempotency-replayed")).toBe("true");
  await dropOldRequests(new Date(Date.now() + 1_000));
  expect((await create("Secret title", "key-secret")).headers.get("idempotency-replayed")).toBeNull();
});
