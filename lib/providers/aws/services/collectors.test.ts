import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { toCollected } from "../../bind-collector";
import { testContext } from "../test-context";
import { awsCollectors } from "./index";

const fixtures = path.join(import.meta.dirname, "__fixtures__");

/** The SDK hands over dates where JSON has text. */
function readRaw(file: string): Record<string, unknown> {
  const isDate = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
  return JSON.parse(readFileSync(path.join(fixtures, file), "utf8"), (_, value: unknown) => (typeof value === "string" && isDate.test(value) ? new Date(value) : value));
}

const raws = Object.assign({}, ...readdirSync(fixtures).filter((file) => file.endsWith(".raw.json")).map(readRaw)) as Record<string, unknown>;
const context = testContext();

describe.each(awsCollectors.map((collector) => ({ id: collector.id, collector })))("$id", ({ id, collector }) => {
  test("turns what AWS answers into what was agreed", async () => {
    expect(Object.keys(raws)).toContain(id);
    const collected = toCollected(collector, raws[id], context, "aws");
    await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot(path.join(fixtures, "golden", `${id}.json`));
    expect(JSON.stringify(collected)).not.toContain("CANARY");
  });

  test("refuses an answer without its id", () => {
    expect(() => toCollected(collector, emptied(raws[id]), context, "aws")).toThrow(/AWS's answer has no/);
  });

  test("has an id of its service and asks only for leave to read", () => {
    expect(id).toMatch(/^aws\.[a-z0-9]+\.[a-z-]+$/);
    for (const permission of collector.permissions) expect(permission).toMatch(/^[a-z0-9]+:(Describe|List|Get)[A-Za-z]+$/);
  });
});

/** The same shape with every wrapped object empty. */
function emptied(raw: unknown): unknown {
  const entries = Object.entries(raw as Record<string, unknown>);
  const isWrapper = entries.some(([key]) => /^[a-z]/.test(key));
  return isWrapper ? Object.fromEntries(entries.map(([key, value]) => [key, Array.isArray(value) ? [] : typeof value === "object" ? {} : value])) : {};
}
