import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../core/json";
import type { TerraformFixtures } from "../../core/terraform/terraform-fixture";
import { link, type LinkedInventory } from "../../graph/link";
import { awsFixtures } from "../../providers/aws/model/terraform/__fixtures__";
import { azureFixtures } from "../../providers/azure/model/terraform/__fixtures__";
import { gcpFixtures } from "../../providers/gcp/model/terraform/__fixtures__";
import { sharedData } from "../../scenarios/shared-data";
import { headOf, readCollected } from "../read-collected";
import { recognizeImporter } from "../recognize-importer";
import { expectRefusal } from "../test-refusal";
import { terraformState } from "../terraform-state/terraform-state";
import { terraformShowState } from "./terraform-show-state";
import { showOf } from "./test-show-of";

const now = "2026-01-01T00:00:00Z";
const lineage = "same-for-both";
const shown = (resources: JsonObject[], more: JsonObject = {}): string => JSON.stringify({ format_version: "1.0", terraform_version: "1.9.0", values: { root_module: { resources } }, ...more });
const vpc: JsonObject = { mode: "managed", type: "aws_vpc", name: "main", provider_name: "registry.terraform.io/hashicorp/aws", values: { id: "vpc-0a1", arn: "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1" } };

async function inventoryOf(text: Uint8Array | string, name = "state.json"): Promise<LinkedInventory> {
  return link(await readCollected(terraformShowState, name, text), { now });
}

/** All that both forms tell: where it is from is the only difference. */
async function compared(state: Parameters<typeof showOf>[0]): Promise<void> {
  const pulled = link(await readCollected(terraformState, "a.tfstate", JSON.stringify({ ...state, lineage })), { now });
  const other = await inventoryOf(JSON.stringify(showOf(state)), lineage);
  const resource = ({ origin, ...rest }: LinkedInventory["resources"][number]) => ({ ...rest, address: origin?.address, merged: [...(origin?.merged ?? [])].sort() });
  const edge = ({ id, certainty, evidence }: LinkedInventory["edges"][number]) => ({ id, certainty, path: evidence.path, address: evidence.address });
  const sorted = <T extends { id: string }>(list: T[]): T[] => list.sort((one, next) => (one.id < next.id ? -1 : 1));
  expect(sorted(other.resources.map(resource))).toEqual(sorted(pulled.resources.map(resource)));
  expect(sorted(other.edges.map(edge))).toEqual(sorted(pulled.edges.map(edge)));
}

describe("a state and what terraform show -json prints of it", () => {
  it.each<[string, TerraformFixtures]>([["AWS", awsFixtures], ["Azure", azureFixtures], ["Google Cloud", gcpFixtures]])("are the same for every fixture of %s", async (_, fixtures) => {
    const resources = Object.entries(fixtures).map(([key, { attributes, mode = "managed" }]) => ({
      mode, type: key.replace(/#.*$/, ""), name: /#(.+)$/.exec(key)?.[1] ?? "this", provider: "", instances: [{ attributes }],
    }));
    expect(resources.length).toBeGreaterThan(100);
    await compared({ resources, ...{ version: 4, terraform_version: "1.9.0" } });
  });

  const folder = sharedData("tfstate");
  if (folder !== null) {
    const states = readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
      try {
        const content: unknown = JSON.parse(readFileSync(path.join(folder, name), "utf8").replace(/^\ufeff/, ""));
        return content !== null && typeof content === "object" && "version" in content && content.version === 4 ? [[name, content] as const] : [];
      } catch {
        return [];
      }
    });
    it("finds other people's", () => expect(states.length).toBeGreaterThan(100));
    it.each(states)("are the same for %s", async (_, content) => compared(content as Parameters<typeof showOf>[0]));
  }
});

describe("terraform show -json of a state", () => {
  it("reads modules in modules, indexes, tainted and deposed objects", async () => {
    const child = { address: 'module.a["k"]', child_modules: [{ address: 'module.a["k"].module.b', resources: [{ ...vpc, index: 1, tainted: true }, { ...vpc, index: 1, deposed_key: "0a0b0c0d" }] }] };
    const inventory = await inventoryOf(JSON.stringify({ format_version: "1.0", values: { root_module: { resources: [vpc], child_modules: [child] } } }));
    expect(inventory.resources.map(({ id }) => id)).toEqual(["arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1"]);
    expect(inventory.notices.join("\n")).toMatch(/1 deposed object/);
    expect(inventory.notices.join("\n")).toMatch(/1 resource marked tainted/);
  });

  it.each([["0.12.31", "module.m.aws_sns_topic.t depends-on module.m.aws_sqs_queue.q"], ["0.13.5", "module.m.aws_sns_topic.t depends-on aws_sqs_queue.q"]])("reads dependencies as Terraform %s wrote them", async (version, line) => {
    const queue = (name: string) => ({ mode: "managed", type: "aws_sqs_queue", name: "q", provider_name: "aws", values: { id: name, arn: `arn:aws:sqs:eu-west-1:111122223333:${name}` } });
    const topic = { mode: "managed", type: "aws_sns_topic", name: "t", provider_name: "aws", values: { id: "t", arn: "arn:aws:sns:eu-west-1:111122223333:t" }, depends_on: ["aws_sqs_queue.q"] };
    const { resources, edges } = await inventoryOf(shown([queue("outer")], { terraform_version: version, values: { root_module: { resources: [queue("outer")], child_modules: [{ address: "module.m", resources: [queue("inner"), topic] }] } } }));
    const addresses = new Map(resources.map(({ id, origin }) => [id, origin?.address]));
    expect(edges.map(({ kind, from, to }) => `${addresses.get(from) ?? ""} ${kind} ${addresses.get(to) ?? ""}`)).toEqual([line]);
  });

  it("takes out what sensitive_values marks, at any depth and as a whole", async () => {
    const queue = { ...vpc, type: "xyz_thing", values: { id: "1", a: "canary-a", list: ["kept", "canary-b"], block: [{ x: "kept", y: "canary-c" }] }, sensitive_values: { a: true, list: [false, true], block: [{ y: true }] } };
    const whole = { ...vpc, type: "xyz_thing", name: "whole", values: { id: "canary-d", b: "canary-e" }, sensitive_values: true };
    const collected = JSON.stringify(await readCollected(terraformShowState, "s.json", shown([queue, whole])));
    expect(collected).not.toContain("canary");
    expect(collected).toContain('"list":["kept"]');
    expect(collected).toContain('"block":[{"x":"kept"}]');
  });

  it("says of a state without anything that it is empty", async () => {
    expect((await inventoryOf('{"format_version":"1.0"}')).notices.join()).toMatch(/valid and holds no resources/);
  });

  it("reads what PowerShell's > writes, whatever the file is called", async () => {
    const bytes = Buffer.from(`\ufeff${shown([vpc])}`, "utf16le");
    for (const name of ["state.json", "terraform.tfstate", "x"]) expect((await recognizeImporter({ name, head: headOf(bytes) })).id).toBe("terraform-show-state");
    expect((await inventoryOf(bytes)).resources).toHaveLength(1);
  });

  it("is told from a pulled state and from a plan by the names at its top", async () => {
    const ids = async (text: string) => (await recognizeImporter({ name: "terraform.tfstate", head: headOf(Buffer.from(text)) })).id;
    expect(await ids(JSON.stringify({ version: 4, serial: 1, lineage: "l", resources: [{ attributes: { format_version: "1.0", planned_values: {} } }] }))).toBe("terraform-state");
    expect(await ids(shown([vpc]))).toBe("terraform-show-state");
    expect(await ids(shown([vpc], { planned_values: {} }))).toBe("terraform-plan");
    expect(terraformShowState.recognizes({ name: "package.json", head: '{"format_version":"1.0.0","name":"nginx","type":"integration"}' })).toBe(false);
    expect(await ids(`{"format_version": "1.2", "terraform_version": "1.9.0", "variables": {"a": "${"x".repeat(70_000)}"}}`)).toBe("terraform-plan");
  });

  it("leaves repeated addresses out and says so", async () => {
    const inventory = await inventoryOf(shown([vpc, { ...vpc, values: { id: "vpc-0b2" } }]));
    expect(inventory.resources).toHaveLength(1);
    expect(inventory.notices.join()).toMatch(/1 entry left out/);
  });

  it.each([
    ["cut off", shown([vpc]).slice(0, 90), "unreadable-file", /cut off.*terraform show -json > state\.json/],
    ["broken", '{"format_version": "1.0",\n "values": {]}', "unreadable-file", /line 2, column 13/],
    ["a later format", shown([vpc], { format_version: "2.0" }), "unsupported-version", /format version 2; .*0\.1 to 1\.x/],
    ["a version that is no text", shown([vpc], { format_version: 1 }), "unreadable-file", /no `format_version`/],
    ["a version that is none", shown([vpc], { format_version: "next" }), "unreadable-file", /format version cannot be read/],
    ["resources that are no list", '{"format_version":"1.0","values":{"root_module":{"resources":{}}}}', "unreadable-file", /wrong shape at resources/],
    ["values that are a list", shown([{ ...vpc, values: [] }]), "unreadable-file", /resources\[0\]\.values/],
    ["values of no module", '{"format_version":"1.0","values":7}', "unreadable-file", /wrong shape at values/],
    ["a mode that is none", shown([{ ...vpc, mode: "other" }]), "unreadable-file", /resources\[0\]\.mode/],
    ["a list of providers", '{"format_version":"1.0","provider_schemas":{}}', "unreadable-file", /another command/],
    ["a plan", '{"format_version":"1.0","planned_values":{}}', "unreadable-file", /plan as JSON, not a state/],
    ["a list", "[]", "unreadable-file", /no `format_version`/],
    ["gzip", Buffer.from([0x1f, 0x8b, 1]), "unreadable-file", /gzip/],
  ])("refuses what is %s before anything is yielded, and quotes nothing of it", (_, content, code, message) => {
    expectRefusal(terraformShowState, { name: "state.json", content }, { code, message, unquoted: "vpc-0a1" });
  });

  it("does not overflow on modules, values and masks that nest 10,000 deep", async () => {
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    const modules = `${'{"child_modules":['.repeat(10_000)}{"resources":[${JSON.stringify(vpc)}]}${"]}".repeat(10_000)}`;
    const text = `{"format_version":"1.0","values":{"root_module":{"resources":[{"mode":"managed","type":"xyz_thing","name":"d","values":{"id":"d","deep":${deep}},"sensitive_values":{"deep":${deep}}}],"child_modules":[${modules}]}}}`;
    const inventory = await inventoryOf(text);
    expect(inventory.resources.map(({ name }) => name).sort()).toEqual(["d", "main"]);
  });
});
