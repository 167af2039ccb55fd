import { describe, expect, it } from "vitest";
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

/** One for every row of the table. */
const samples: Record<ImporterId, ImporterSample> = {
  "terraform-state": { fileName: "terraform.tfstate", content: state("main"), named: state },
  "azure-resource-graph": { fileName: "resources.json", content: graphExport("main"), named: graphExport },
  "gcp-asset-export": { fileName: "assets.json", content: assetExport("main"), named: assetExport },
};

for (const [id, load] of Object.entries(importers)) {
  const importer = await load();
  it(`${id} is listed under its own id`, () => expect(importer.id).toBe(id));
  importerContract(importer, samples[id as ImporterId]);
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
