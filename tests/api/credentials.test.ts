import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connection } from "../../lib/core/connection";
import { job } from "../../lib/core/job/job";
import { startAws } from "../stand-in-aws/start-aws";
import type { Call } from "./call-route";
import { withServer } from "./with-server";

const canary = "canary-wJalrXUtnFEMI-K7MDENG-bPxRfiCY";

const aws = await startAws();
const account = aws.account({ regions: ["eu-west-1"], accessKeyId: "AKIACANARYCANARY1234" });
account.refusals.set("*", "denied");
const server = await withServer({ AWS_ENDPOINT_URL: aws.url, LOG_LEVEL: "trace" });
let log = "";
let stopQueue = () => Promise.resolve();

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    log += String(text);
    return true;
  });
  const { startQueue } = await import("../../inngest/start-queue");
  const queue = await startQueue({ inngest: null });
  stopQueue = () => queue.stop();
});

afterAll(async () => {
  await stopQueue();
  vi.restoreAllMocks();
  await aws.close();
});

test("typed keys are checked, sealed and used, and come out nowhere", { timeout: 120_000 }, async () => {
  const answers: string[] = [];
  async function call(pathname: string, options: Call): Promise<{ status: number; body: unknown }> {
    const response = await server.call(pathname, options);
    const text = await response.text();
    answers.push(text, JSON.stringify([...response.headers]));
    return { status: response.status, body: text === "" ? null : JSON.parse(text) };
  }
  const credentials = { mode: "keys", accessKeyId: account.credentials.accessKeyId, secretAccessKey: canary, sessionToken: `${canary}-session` };
  const created = await call("/api/v1/connections", { method: "POST", json: { provider: "aws", credentials, settings: { regions: ["eu-west-1"] } } });
  expect(created.status).toBe(201);
  const made = connection.parse(created.body);
  expect(made).toMatchObject({ kind: "cloud", source: "aws", hasCredentials: true, settings: { regions: ["eu-west-1"] } });
  expect(made.name).toContain(account.id);

  const started = await call("/api/v1/connections/{id}/discoveries", { method: "POST", params: { id: made.id } });
  expect(started.status).toBe(202);
  const ended = job.parse((await call("/api/v1/jobs/{id}", { params: { id: job.parse(started.body).id }, query: { wait: "60" } })).body);
  expect(ended.status).toBe("failed");
  expect(ended.coverage.some(({ status, permission }) => status === "denied" && permission === "ec2:DescribeVpcs")).toBe(true);
  for (const pathname of ["/api/v1/summary", "/api/v1/connections", "/api/v1/jobs", "/api/v1/graph"]) await call(pathname, {});

  expect(answers.join("\n")).not.toMatch(/canary|AKIACANARY/i);
  expect(log).toContain(`"status":202`);
  expect(log).not.toMatch(/canary-w|AKIACANARY/);
  const files = readdirSync(server.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of files) expect(readFileSync(path.join(entry.parentPath, entry.name)).includes(canary), entry.name).toBe(false);
  expect(statSync(path.join(server.dataDir, "credentials.key")).mode & 0o777).toBe(0o600);

  const { readSealedCredentials } = await import("../../lib/db/connections");
  const { openVault } = await import("../../lib/auth/vault");
  expect(JSON.parse(await openVault(server.dataDir).open(made.id, (await readSealedCredentials(made.id)) ?? ""))).toEqual(credentials);
  expect((await call("/api/v1/connections/{id}", { method: "DELETE", params: { id: made.id } })).status).toBe(204);
});
