import { describe, expect, it } from "vitest";
import type { Collected } from "../core/resource/collected";
import { inventoryJson } from "../core/resource/inventory-json";
import { link } from "../graph/link";
import { testBadInput } from "./test-bad-input";
import { importerContract } from "./contract";
import type { ImporterSample } from "./contract";
import { importers } from "./index";
import type { ImporterId } from "./index";
import { recognizeImporter } from "./recognize-importer";

function state(name: string): string {
  const resources = [
    { mode: "managed", type: "aws_vpc", name: "main", provider: 'provider["registry.terraform.io/hashicorp/aws"]', instances: [{ attributes: { id: "vpc-0a1", tags: { Name: name } } }] },
    { mode: "managed", type: "aws_subnet", name: "a", provider: 'provider["registry.terraform.io/hashicorp/aws"]', instances: [{ attributes: { id: "subnet-0a1", vpc_id: "vpc-0a1" }, dependencies: ["aws_vpc.main"] }] },
  ];
  return JSON.stringify({ version: 4, terraform_version: "1.9.0", serial: 3, lineage: "0b1a", outputs: {}, resources });
}

function shownState(name: string): string {
  const resources = [
    { address: "aws_vpc.main", mode: "managed", type: "aws_vpc", name: "main", provider_name: "registry.terraform.io/hashicorp/aws", values: { id: "vpc-0a1", tags: { Name: name } }, sensitive_values: { tags: {} } },
    { address: "aws_subnet.a", mode: "managed", type: "aws_subnet", name: "a", provider_name: "registry.terraform.io/hashicorp/aws", values: { id: "subnet-0a1", vpc_id: "vpc-0a1" }, sensitive_values: {}, depends_on: ["aws_vpc.main"] },
  ];
  return JSON.stringify({ format_version: "1.0", terraform_version: "1.9.0", values: { outputs: {}, root_module: { resources } } });
}

function plan(name: string): string {
  const resources = [
    { address: "aws_vpc.main", mode: "managed", type: "aws_vpc", name: "main", provider_name: "registry.terraform.io/hashicorp/aws", values: { tags: { Name: name } }, sensitive_values: { tags: {} } },
    { address: "aws_subnet.a", mode: "managed", type: "aws_subnet", name: "a", provider_name: "registry.terraform.io/hashicorp/aws", values: { cidr_block: "10.0.0.0/24" }, sensitive_values: {} },
  ];
  const changes = resources.map(({ values, ...rest }) => ({ ...rest, change: { actions: ["create"], before: null, after: values, after_unknown: { id: true, vpc_id: true }, after_sensitive: {} } }));
  const configured = [{ address: "aws_vpc.main", expressions: {} }, { address: "aws_subnet.a", expressions: { vpc_id: { references: ["aws_vpc.main.id", "aws_vpc.main"] } } }];
  return JSON.stringify({ format_version: "1.2", terraform_version: "1.9.0", planned_values: { root_module: { resources } }, resource_changes: changes, configuration: { root_module: { resources: configured } } });
}

function graphExport(name: string): string {
  const group = "/subscriptions/aaaaaaaa-0000-0000-0000-000000000001/resourceGroups/shop/providers/Microsoft.Network";
  const rows = [
    { id: `${group}/virtualNetworks/main`, name, type: "microsoft.network/virtualnetworks", location: "westeurope", properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } } },
    { id: `${group}/networkInterfaces/nic`, name: "nic", type: "microsoft.network/networkinterfaces", properties: { virtualMachine: { id: `${group}/virtualNetworks/main` } } },
  ];
  return JSON.stringify({ count: 2, data: rows, total_records: 2 });
}

function assetExport(name: string): string {
  const compute = "//compute.googleapis.com/projects/shop";
  return JSON.stringify([
    { name: `${compute}/global/networks/main`, asset_type: "compute.googleapis.com/Network", resource: { data: { name } }, ancestors: ["projects/111"] },
    { name: `${compute}/zones/europe-west1-b/instances/web`, asset_type: "compute.googleapis.com/Instance", resource: { data: { name: "web", networkInterfaces: [{ network: "https://www.googleapis.com/compute/v1/projects/shop/global/networks/main" }] } } },
  ]);
}

function cloudvizExport(name: string): string {
  const place = { provider: "aws", account: "111122223333", region: "eu-west-1" };
  const items: Collected[] = [
    { kind: "resource", collector: "aws.ec2.vpc", resource: { ...place, id: "vpc-1", type: "AWS::EC2::VPC", name }, aliases: [], refs: [] },
    { kind: "resource", collector: "aws.ec2.subnet", resource: { ...place, id: "subnet-1", type: "AWS::EC2::Subnet", name: "a" }, aliases: [], refs: [{ kind: "contains", target: "vpc-1", path: "VpcId", direction: "in" }] },
  ];
  return inventoryJson(link(items, { now: "2026-01-01T00:00:00Z" }));
}

function armTemplate(name: string): string {
  const resources = [
    { type: "Microsoft.Network/virtualNetworks", apiVersion: "2023-04-01", name },
    { type: "Microsoft.Network/routeTables", apiVersion: "2023-04-01", name: "routes", dependsOn: ["[resourceId('Microsoft.Network/virtualNetworks', 'main')]"] },
  ];
  return JSON.stringify({ $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", contentVersion: "1.0.0.0", resources });
}

/** One for every row of the table. */
const samples: Record<ImporterId, ImporterSample> = {
  "cloudviz-json": {
    fileName: "diagram.json", content: cloudvizExport("main"), named: cloudvizExport,
    nested: (json) => cloudvizExport("main").replace('"properties": {}', `"properties": {"nested":${json}}`), otherVersion: cloudvizExport("main").replace('"cloudviz": 1', '"cloudviz": 2'),
  },
  "terraform-plan": { fileName: "plan.json", content: plan("main"), named: plan, otherVersion: plan("main").replace('"1.2"', '"2.0"') },
  "terraform-show-state": { fileName: "state.json", content: shownState("main"), named: shownState, otherVersion: shownState("main").replace('"1.0"', '"2.0"') },
  "terraform-state": { fileName: "terraform.tfstate", content: state("main"), named: state, otherVersion: state("main").replace('"version":4', '"version":5') },
  "arm-template": {
    fileName: "azuredeploy.json", content: armTemplate("main"), named: armTemplate,
    nested: (json) => armTemplate("main").replace('"dependsOn"', `"properties":{"nested":${json}},"dependsOn"`), otherVersion: armTemplate("main").replace('"contentVersion"', '"languageVersion":"3.0","contentVersion"'),
  },
  "azure-resource-graph": {
    fileName: "resources.json", content: graphExport("main"), named: graphExport,
    nested: (json) => graphExport("main").replace('"properties":{', `"properties":{"nested":${json},`),
  },
  "gcp-asset-export": {
    fileName: "assets.json", content: assetExport("main"), named: assetExport,
    nested: (json) => assetExport("main").replace('"data":{', `"data":{"nested":${json},`),
  },
};

for (const [id, load] of Object.entries(importers)) {
  const importer = await load();
  it(`${id} is listed under its own id`, () => expect(importer.id).toBe(id));
  importerContract(importer, samples[id as ImporterId]);
  testBadInput(importer, samples[id as ImporterId]);
}

describe("recognizeImporter", () => {
  it("finds the importer by content and by name", async () => {
    expect((await recognizeImporter({ name: "anything.json", head: state("x") })).id).toBe("terraform-state");
    expect((await recognizeImporter({ name: "broken.tfstate", head: "{" })).id).toBe("terraform-state");
  });

  it("says of an empty file that it is empty, and of a strange one what could be read", async () => {
    await expect(recognizeImporter({ name: "a.tfstate", head: "\ufeff \n" })).rejects.toThrow(/empty/);
    await expect(recognizeImporter({ name: "a.yaml", head: "a: 1" })).rejects.toThrow(/Terraform state/);
  });
});
