import { describe, expect, it } from "vitest";
import { link } from "../../graph/link";
import type { LinkedInventory } from "../../graph/link";
import type { JsonObject } from "../../core/json";
import { readCollected } from "../read-collected";
import { terraformState } from "./terraform-state";

const aws = 'provider["registry.terraform.io/hashicorp/aws"]';
type Block = JsonObject;

function block(address: string, instances: JsonObject[], more: JsonObject = {}): Block {
  const [type = "", name = ""] = address.split(".");
  return { mode: "managed", type, name, provider: aws, instances, ...more };
}

function one(address: string, attributes: JsonObject, dependencies: string[] = [], more: JsonObject = {}): Block {
  return block(address, [{ attributes, dependencies }], more);
}

function stateOf(resources: Block[], more: JsonObject = {}): string {
  return JSON.stringify({ version: 4, terraform_version: "1.9.0", serial: 1, lineage: "0b1a", outputs: { secret: { value: "s3cr3t-output" } }, resources, ...more });
}

async function inventoryOf(resources: Block[], more: JsonObject = {}): Promise<LinkedInventory> {
  return link(await readCollected(terraformState, "a.tfstate", stateOf(resources, more)), { now: "2026-01-01T00:00:00Z" });
}

function edgesOf(inventory: LinkedInventory): string[] {
  const addresses = new Map(inventory.resources.map(({ id, origin }) => [id, origin?.address ?? id]));
  return inventory.edges.map(({ kind, from, to }) => `${addresses.get(from) ?? from} ${kind} ${addresses.get(to) ?? to}`).sort();
}

function addressesOf(inventory: LinkedInventory): string[] {
  return inventory.resources.flatMap(({ origin }) => origin?.address ?? []).sort();
}

const queue = (name: string, more: JsonObject = {}): JsonObject => ({ id: `https://sqs/${name}`, arn: `arn:aws:sqs:eu-west-1:111122223333:${name}`, name, ...more });
const topic = (name: string, more: JsonObject = {}): JsonObject => ({ id: `arn:aws:sns:eu-west-1:111122223333:${name}`, arn: `arn:aws:sns:eu-west-1:111122223333:${name}`, name, ...more });

describe("terraform state: instances", () => {
  it("keeps modules, counts and for_each apart and writes addresses as Terraform does", async () => {
    const inventory = await inventoryOf([
      block("aws_sqs_queue.q", [{ index_key: 0, attributes: queue("q0") }, { index_key: 1, attributes: queue("q1") }]),
      block("aws_sqs_queue.q", [{ index_key: 'a.b"c', attributes: queue("qa") }], { module: 'module.shop["eu.west"].module.inner' }),
      one("aws_sqs_queue.single", queue("qs")),
    ]);
    expect(addressesOf(inventory)).toEqual(["aws_sqs_queue.q[0]", "aws_sqs_queue.q[1]", "aws_sqs_queue.single", 'module.shop["eu.west"].module.inner.aws_sqs_queue.q["a.b\\"c"]']);
  });

  it("leaves deposed objects, repeated addresses and what is no thing of a cloud out, and says so", async () => {
    const inventory = await inventoryOf([
      block("aws_sqs_queue.q", [{ attributes: queue("new") }, { deposed: "0b1a2c3d", attributes: queue("old") }]),
      one("aws_sqs_queue.q", queue("twice")),
      one("random_pet.p", { id: "merry-cat" }),
      one("null_resource.n", { id: "1" }),
      one("tls_private_key.k", { id: "1", private_key_pem: "x" }),
      one("local_file.f", { id: "1" }),
    ]);
    expect(inventory.resources.map(({ name }) => name)).toEqual(["new"]);
    expect(inventory.notices.join("\n")).toMatch(/1 deposed object/);
    expect(inventory.notices.join("\n")).toMatch(/1 entry left out/);
  });

  it("draws a data entry only when something refers to it, and the managed one where both are the same", async () => {
    const data = { mode: "data" };
    const inventory = await inventoryOf([
      one("aws_subnet.used", { id: "subnet-0a1", arn: "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1", vpc_id: "vpc-0a1" }, [], data),
      one("aws_vpc.through", { id: "vpc-0a1", arn: "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1" }, [], data),
      one("aws_sqs_queue.unused", queue("unused"), [], data),
      one("aws_sqs_queue.same", queue("same"), [], data),
      one("aws_caller_identity.me", { account_id: "111122223333" }, [], data),
      one("aws_sqs_queue.own", queue("same")),
      one("aws_instance.i", { id: "i-0a1", arn: "arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1", subnet_id: "subnet-0a1" }),
    ]);
    expect(addressesOf(inventory)).toEqual(["aws_instance.i", "aws_sqs_queue.own", "data.aws_subnet.used", "data.aws_vpc.through"]);
  });

  it("draws a type that no table has under its own name, with its references", async () => {
    const oci = { provider: 'provider["registry.terraform.io/oracle/oci"]' };
    const inventory = await inventoryOf([
      one("oci_core_vcn.net", { id: "ocid1.vcn.oc1.fra.aaaa", display_name: "net" }, [], oci),
      one("oci_core_subnet.sub", { id: "ocid1.subnet.oc1.fra.bbbb", vcn_id: "ocid1.vcn.oc1.fra.aaaa" }, [], oci),
      one("hcloud_network.n", { id: "42", name: "n" }, [], { provider: 'provider["registry.terraform.io/hetznercloud/hcloud"]' }),
      one("hcloud_server.s", { id: "43", name: "s", network_id: 42 }, [], { provider: 'provider["registry.terraform.io/hetznercloud/hcloud"]' }),
      one("constructor.x", { id: "1" }),
    ]);
    expect(inventory.resources.map(({ type, provider }) => `${provider} ${type}`)).toEqual(["oci oci_core_vcn", "oci oci_core_subnet", "hcloud hcloud_network", "hcloud hcloud_server", "aws constructor"]);
    expect(inventory.resources.map(({ category }) => category)).toEqual(Array.from({ length: 5 }, () => "other"));
    expect(edgesOf(inventory)).toEqual(["hcloud_server.s depends-on hcloud_network.n", "oci_core_subnet.sub depends-on oci_core_vcn.net"]);
    expect(inventory.edges.every(({ certainty }) => certainty === "derived")).toBe(true);
  });

  it("reads the flat attributes of upgraded states and dependencies within a module", async () => {
    const inventory = await inventoryOf([
      { ...block("aws_vpc.v", [{ attributes_flat: { id: "vpc-0a1", arn: "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1", "tags.%": "1", "tags.Name": "old" } }]), module: "module.net" },
      { ...block("aws_instance.i", [{ attributes_flat: { id: "i-0a1", "vpc_security_group_ids.#": "1", "vpc_security_group_ids.123": "sg-0a1" }, depends_on: ["aws_vpc.v"] }]), module: "module.net" },
    ]);
    expect(inventory.resources[0]?.name).toBe("old");
    expect(edgesOf(inventory)).toEqual(["module.net.aws_instance.i depends-on module.net.aws_vpc.v", "module.net.aws_instance.i secured-by outside:sg-0a1"]);
  });
});

describe("terraform state: identity", () => {
  it("builds the cloud's id from what the same provider configuration tells, and not from another one's", async () => {
    const west = { provider: `${aws}.west` };
    const inventory = await inventoryOf([
      one("aws_sqs_queue.a", queue("a")),
      one("aws_nat_gateway.n", { id: "nat-0a1" }),
      one("aws_sqs_queue.w", { id: "w", arn: "arn:aws:sqs:us-west-2:999988887777:w" }, [], west),
      one("aws_nat_gateway.w", { id: "nat-0b2" }, [], west),
    ]);
    expect(inventory.resources.map(({ id }) => id)).toContain("arn:aws:ec2:eu-west-1:111122223333:natgateway/nat-0a1");
    expect(inventory.resources.map(({ id }) => id)).toContain("arn:aws:ec2:us-west-2:999988887777:natgateway/nat-0b2");
  });

  it("falls back to the lineage and the address, and stays findable by the raw id", async () => {
    const inventory = await inventoryOf([one("aws_nat_gateway.n", { id: "nat-0a1" })]);
    expect(inventory.resources[0]?.id).toBe("tf:0b1a:aws_nat_gateway.n");
    expect(inventory.aliases.get("tf:0b1a:aws_nat_gateway.n")).toContain("nat-0a1");
  });

  it("replaces an id that is a credential, everywhere", async () => {
    const collected = await readCollected(terraformState, "a.tfstate", stateOf([
      one("aws_iam_user.u", { id: "ana", name: "ana", arn: "arn:aws:iam::111122223333:user/ana" }),
      one("aws_iam_access_key.k", { id: "AKIAIOSFODNN7EXAMPLE", user: "ana", secret: "abc", status: "Active" }, ["aws_iam_user.u"]),
      one("xyz_key.k", { id: "AKIAIOSFODNN7EXAMPLF" }),
    ]));
    expect(JSON.stringify(collected)).not.toMatch(/AKIAIOS|abc/);
    expect(link(collected, { now: "2026-01-01T00:00:00Z" }).resources.map(({ id }) => id)).toContain("arn:aws:iam::111122223333:user/ana/access-key/aws_iam_access_key.k");
  });
});

describe("terraform state: dependencies", () => {
  it("tells only those that nothing else tells", async () => {
    const inventory = await inventoryOf([
      one("aws_vpc.v", { id: "vpc-0a1", arn: "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1" }),
      one("aws_subnet.s", { id: "subnet-0a1", arn: "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1", vpc_id: "vpc-0a1" }, ["aws_vpc.v"]),
      one("aws_sqs_queue.deep", queue("deep")),
      one("aws_sns_topic.near", topic("near"), ["aws_sqs_queue.deep"]),
      one("random_pet.p", { id: "x" }),
      one("aws_instance.i", { id: "i-0a1", arn: "arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1", subnet_id: "subnet-0a1" }, ["aws_sns_topic.near", "aws_sqs_queue.deep", "aws_subnet.s", "aws_vpc.v", "random_pet.p"]),
    ]);
    expect(edgesOf(inventory)).toEqual(["aws_instance.i depends-on aws_sns_topic.near", "aws_sns_topic.near depends-on aws_sqs_queue.deep", "aws_subnet.s contains aws_instance.i", "aws_vpc.v contains aws_subnet.s"]);
  });

  it("means the instance with the same index, and those of the dependent's own module", async () => {
    const inventory = await inventoryOf([
      block("aws_sqs_queue.q", [0, 1].map((index_key) => ({ index_key, attributes: queue(`q${index_key}`) }))),
      block("aws_sns_topic.t", [0, 1].map((index_key) => ({ index_key, attributes: topic(`t${index_key}`), dependencies: ["aws_sqs_queue.q"] }))),
      ...["a", "b"].flatMap((key) => [
        { ...one("aws_sqs_queue.q", queue(`m${key}`)), module: `module.m["${key}"]` },
        { ...one("aws_sns_topic.t", topic(`m${key}`), ["module.m.aws_sqs_queue.q"]), module: `module.m["${key}"]` },
      ]),
    ]);
    expect(edgesOf(inventory)).toEqual([
      "aws_sns_topic.t[0] depends-on aws_sqs_queue.q[0]",
      "aws_sns_topic.t[1] depends-on aws_sqs_queue.q[1]",
      'module.m["a"].aws_sns_topic.t depends-on module.m["a"].aws_sqs_queue.q',
      'module.m["b"].aws_sns_topic.t depends-on module.m["b"].aws_sqs_queue.q',
    ]);
  });

  it("does not blow up on thousands that need thousands", async () => {
    const many = Array.from({ length: 5000 }, (_, index) => index);
    const inventory = await inventoryOf([
      block("aws_sqs_queue.q", many.map((index_key) => ({ index_key, attributes: queue(`q${index_key}`) }))),
      block("aws_sns_topic.t", many.map((index) => ({ index_key: `k${index}`, attributes: topic(`t${index}`), dependencies: ["aws_sqs_queue.q"] }))),
    ]);
    expect(inventory.resources).toHaveLength(10_000);
    expect(inventory.edges).toHaveLength(0);
    expect(inventory.notices.join()).toMatch(/too many to draw/);
  });
});

describe("terraform state: notices and secrets", () => {
  it("imports an odd Terraform version with a notice, and a usual one without", async () => {
    expect((await inventoryOf([one("aws_sqs_queue.q", queue("q"))])).notices).toEqual([]);
    expect((await inventoryOf([one("aws_sqs_queue.q", queue("q"))], { terraform_version: "999.0.0" })).notices.join()).toMatch(/999\.0\.0/);
    expect((await inventoryOf([])).notices.join()).toMatch(/no resources/);
  });

  it("turns what a removed text names into a derived edge, and keeps nothing of the text", async () => {
    const collected = await readCollected(terraformState, "a.tfstate", stateOf([
      one("aws_db_instance.db", { id: "db-1", identifier: "main", arn: "arn:aws:rds:eu-west-1:111122223333:db:main", address: "main.cx1.eu-west-1.rds.amazonaws.com", password: "pw-hunter2" }),
      one("aws_lambda_function.f", { id: "f", function_name: "f", arn: "arn:aws:lambda:eu-west-1:111122223333:function:f", environment: [{ variables: { DATABASE_URL: "postgres://app:pw-hunter2@main.cx1.eu-west-1.rds.amazonaws.com:5432/shop" } }] }),
    ]));
    expect(JSON.stringify(collected)).not.toMatch(/pw-hunter2|s3cr3t-output/);
    const inventory = link(collected, { now: "2026-01-01T00:00:00Z" });
    expect(inventory.edges).toMatchObject([{ kind: "depends-on", certainty: "derived", from: "arn:aws:lambda:eu-west-1:111122223333:function:f", to: "arn:aws:rds:eu-west-1:111122223333:db:main", evidence: { path: "environment[].variables.DATABASE_URL" } }]);
  });

  it("takes hostile keys, names and nesting", async () => {
    const text = stateOf([one("aws_sqs_queue.q", { ...queue("n".repeat(500)), hostile: "HERE" })]).replace('"HERE"', `{"__proto__":{"polluted":1},"constructor":{"prototype":1},"deep":${"[".repeat(10_000)}${"]".repeat(10_000)}}`);
    const inventory = link(await readCollected(terraformState, "a.tfstate", text), { now: "2026-01-01T00:00:00Z" });
    expect(inventory.resources[0]?.name).toBe("n".repeat(500));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(() => JSON.stringify(inventory)).not.toThrow();
    expect(inventory.notices.join()).toMatch(/nested too deep/);
  });
});

describe("terraform state: size", () => {
  // The budget is 1 s; CPU time of an otherwise busy machine is what can be held here. Quadratic work would take minutes.
  it("imports and links 10,000 resources in O(n)", async () => {
    const subnets = Array.from({ length: 200 }, (_, index) => one(`aws_subnet.s${index}`, { id: `subnet-${index}`, arn: `arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-${index}`, vpc_id: "vpc-1" }));
    const machines = Array.from({ length: 9_800 }, (_, index) =>
      one(`aws_instance.i${index}`, { id: `i-${index}`, arn: `arn:aws:ec2:eu-west-1:111122223333:instance/i-${index}`, subnet_id: `subnet-${index % 200}`, tags: { Name: `web ${index}` } }, [`aws_subnet.s${index % 200}`]),
    );
    const text = stateOf([...subnets, ...machines]);
    const before = process.cpuUsage();
    const inventory = link(await readCollected(terraformState, "a.tfstate", text), { now: "2026-01-01T00:00:00Z" });
    const used = process.cpuUsage(before);
    expect(inventory.resources).toHaveLength(10_001);
    expect(inventory.edges).toHaveLength(10_000);
    expect((used.user + used.system) / 1000).toBeLessThan(10_000);
  });
});
