import { RetryAfterError } from "inngest";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sdkLogger } from "./sdk-logger";

let lines: { level: string; msg: string; err?: { message: string } }[] = [];

beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => lines.push(JSON.parse(String(text)) as (typeof lines)[number]) > 0);
});
afterEach(() => vi.restoreAllMocks());

test("what the SDK says is a line of our log, its secrets masked; a step to be run again later is no error", () => {
  sdkLogger.error({ err: new Error("postgres://root:hunter2@db is away"), runID: "1" }, "Inngest step error");
  sdkLogger.error({ err: new RetryAfterError("The cloud throttles this call.", 5_000) }, "Inngest step error");
  sdkLogger.warn("a", 1, "b");
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([["error", "Inngest step error"], ["warn", "a 1 b"]]);
  expect(lines[0]?.err?.message).toContain("is away");
  expect(JSON.stringify(lines)).not.toContain("hunter2");
});
