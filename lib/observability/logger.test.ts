import { expect, test } from "vitest";
import { makeLogger } from "./logger";

const canary = "canary-wJalrXUtnFEMI";

function logged(write: (log: ReturnType<typeof makeLogger>) => void): string {
  let text = "";
  write(makeLogger("info", { write: (line: string) => (text += line) }));
  return text;
}

test.each([
  { secretAccessKey: canary },
  { credentials: { mode: "keys", anything: canary } },
  { request: { headers: { authorization: canary, cookie: canary } } },
  { list: [{ password: canary, session_token: canary, DATABASE_URL: canary, apiKey: canary }] },
])("a value of a secret-sounding name is masked: %j", (fields) => {
  const text = logged((log) => log.info(fields, "connected"));
  expect(text).toContain("connected");
  expect(text).not.toContain(canary);
});

test("an error is logged with its name, text and cause, without its other fields", () => {
  const cause = Object.assign(new Error(`refused postgres://root:${canary}@db/x`), { $request: { body: canary } });
  const text = logged((log) => log.error({ err: new Error("could not open", { cause }) }, "failed"));
  expect(text).toContain("could not open");
  expect(text).toContain("refused postgres://root:[redacted]@db/x");
  expect(text).not.toContain(canary);
});

test("known forms of secrets are masked in messages", () => {
  const text = logged((log) => log.info(`Authorization: Bearer ${canary}.x and AKIAIOSFODNN7EXAMPLE`));
  expect(text).not.toContain(canary);
  expect(text).not.toContain("AKIAIOSFODNN7EXAMPLE");
});

test("lines are JSON with level by name and an ISO time", () => {
  const line: unknown = JSON.parse(logged((log) => log.warn({ requestId: "r" }, "slow")));
  expect(line).toMatchObject({ level: "warn", msg: "slow", requestId: "r", time: expect.stringMatching(/^\d{4}-.*Z$/) as unknown });
});
