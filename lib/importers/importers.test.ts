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

/** One for every row of the table. */
const samples: Record<ImporterId, ImporterSample> = {
  "terraform-state": { fileName: "terraform.tfstate", content: state("main"), named: state },
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
