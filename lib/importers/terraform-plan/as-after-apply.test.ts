import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { TerraformFixtures } from "../../core/terraform/terraform-fixture";
import { link } from "../../graph/link";
import { awsFixtures } from "../../providers/aws/model/terraform/__fixtures__";
import { azureFixtures } from "../../providers/azure/model/terraform/__fixtures__";
import { gcpFixtures } from "../../providers/gcp/model/terraform/__fixtures__";
import { sharedData } from "../../scenarios/shared-data";
import { readCollected } from "../read-collected";
import { terraformShowState } from "../terraform-show-state/terraform-show-state";
import { importFixtures } from "../terraform-state/fixture-suite";
import { terraformPlan } from "./terraform-plan";
import { linesIn } from "./test-plan";
import { planOf, type Applied } from "./test-plan-of";

const now = "2026-01-01T00:00:00Z";

/** Their row builds the id of something that apply alone tells for certain: a record's whole name, a zonal cluster's path. */
const spelledOtherwise = ["aws_route53_record.this", "aws_route53_record.ip", "google_container_cluster.zonal"];

describe("a fresh plan of every fixture, with all ids unknown", () => {
  // What is missing are lines that only the text of a policy tells, and ids that a fixture writes in a way that no provider hands on.
  it.each<[string, TerraformFixtures, { share: number; misplaced: number }]>([
    ["AWS", awsFixtures, { share: 0.93, misplaced: 0 }],
    ["Azure", azureFixtures, { share: 0.94, misplaced: 3 }],
    ["Google Cloud", gcpFixtures, { share: 0.95, misplaced: 2 }],
  ])("connects as the state after apply: %s", async (_, fixtures, { share, misplaced }) => {
    const applied = Object.entries(fixtures).map(([key, { attributes, mode = "managed" }]): Applied => ({ mode, type: key.replace(/#.*$/, ""), name: /#(.+)$/.exec(key)?.[1] ?? "this", attributes }));
    const text = JSON.stringify(planOf(applied));
    const plan = link(await readCollected(terraformPlan, "plan.json", text), { now });
    const applying = await importFixtures(fixtures);
    const [before, after] = [new Set(linesIn(plan)), linesIn(applying)];
    const missing = after.filter((line) => !before.has(line));
    expect(text.split('"references"').length).toBeGreaterThan(80);
    expect(1 - missing.length / after.length, missing.join("\n")).toBeGreaterThanOrEqual(share);
    expect(missing.filter((line) => line.includes(" contains ")).length, missing.join("\n")).toBeLessThanOrEqual(misplaced);
    const ids = new Map(applying.resources.map(({ id, origin }) => [origin?.address, id]));
    const told = plan.resources.filter(({ id, origin }) => origin?.kind === "terraform-plan" && !id.startsWith("tf:"));
    expect(told.filter(({ id, origin }) => ids.get(origin?.address) !== id).map(({ origin }) => origin?.address).filter((address) => !spelledOtherwise.includes(address ?? ""))).toEqual([]);
    const boxes = new Set(plan.resources.flatMap(({ origin }) => origin?.address ?? []));
    expect([...boxes].filter((address) => applied.every(({ type, name }) => !address.endsWith(`${type}.${name}`)))).toEqual([]);
  });
});

const folder = sharedData("tfstate/infracost-show-json");
it.skipIf(folder === null)("other people's plan holds what their state holds, with the same ids and lines", async () => {
  const read = (name: string) => readFileSync(path.join(folder ?? "", name));
  const state = link(await readCollected(terraformShowState, "x.json", read("terraform_v0.12_state.json")), { now });
  const plan = link(await readCollected(terraformPlan, "x.json", read("terraform_v0.12_plan.json")), { now });
  expect(state.resources.length).toBeGreaterThan(5);
  const ids = new Set(plan.resources.map(({ id }) => id));
  expect(state.resources.filter(({ id }) => !ids.has(id))).toEqual([]);
  const edges = new Set(plan.edges.map(({ id }) => id));
  expect(state.edges.filter(({ id }) => !edges.has(id))).toEqual([]);
  expect(JSON.stringify([state, plan])).not.toMatch(/CANARY/);
});
