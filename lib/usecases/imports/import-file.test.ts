import { expect, test } from "vitest";
import type { Principal } from "../../core/principal";
import { readInventory } from "../../db/inventory/inventory";
import { withTestDatabase } from "../../db/test-database";
import { importFile } from "./import-file";

withTestDatabase();

const principal: Principal = { id: "local", name: "somebody", permissions: new Set(["imports:write"]) };
const arn = "arn:aws:s3:::shop-orders";

const bucket = { mode: "managed", type: "aws_s3_bucket", name: "orders", provider_name: "registry.terraform.io/hashicorp/aws" };

function plan(tags: Record<string, string>): string {
  const values = { id: "shop-orders", arn, bucket: "shop-orders", tags };
  const change = { actions: ["update"], before: values, after: values, after_unknown: {}, after_sensitive: {} };
  return JSON.stringify({ format_version: "1.2", terraform_version: "1.9.0", planned_values: { root_module: { resources: [{ ...bucket, values }] } }, resource_changes: [{ ...bucket, change }] });
}

function shown(tags: Record<string, string>): string {
  return JSON.stringify({ format_version: "1.0", terraform_version: "1.9.0", values: { root_module: { resources: [{ ...bucket, values: { id: "shop-orders", arn, bucket: "shop-orders", tags } }] } } });
}

function upload(filename: string, text: string): ReturnType<typeof importFile> {
  return importFile({ filename, bytes: Buffer.from(text) }, principal);
}

test.each([["first", true], ["last", false]])("what there is counts before what a plan says, which comes %s, and the plan says what will happen to it", async (_, isPlanFirst) => {
  const steps = [() => upload("plan.json", plan({ from: "plan" })), () => upload("state.json", shown({ from: "state" }))];
  for (const step of isPlanFirst ? steps : steps.reverse()) await step();
  const { resources } = await readInventory({ at: null });
  expect(resources).toMatchObject([{ id: arn, tags: { from: "state" }, properties: { plannedAction: "update" } }]);
});

test("a second file of the same name replaces the first: the output of terraform show has no lineage", async () => {
  const first = await upload("state.json", shown({ version: "1" }));
  const second = await upload("C:\\work\\state.json", shown({ version: "2" }));
  const other = await upload("other.json", shown({ version: "2" }));
  expect(second.connection.id).toBe(first.connection.id);
  expect(other.connection.id).not.toBe(first.connection.id);
  expect((await readInventory({ at: null })).resources).toMatchObject([{ tags: { version: "2" } }]);
});

test("a file that replaces most of what an earlier one of its name told of says so", async () => {
  await upload("state.json", shown({ version: "1" }));
  const { notices } = await upload("state.json", shown({}).replaceAll("shop-orders", "other-estate"));
  expect(notices).toEqual(["1 of 1 resources that an earlier file of this name told of are gone. If this file is of another estate, rename it and import both."]);
  expect((await upload("state.json", shown({}).replaceAll("shop-orders", "other-estate"))).notices).toEqual([]);
});
