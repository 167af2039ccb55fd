import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../core/json";
import { readCollected } from "../read-collected";
import { recognizeImporter } from "../recognize-importer";
import { expectRefusal } from "../test-refusal";
import { terraformPlan } from "./terraform-plan";
import { fresh, inventoryOf, linesIn, linesOf, planText, type ConfigSketch, type Sketch } from "./test-plan";

describe("a fresh plan, in which no id is known", () => {
  it("nests and connects a network, subnets, machines and their groups as after apply", async () => {
    const lines = await linesOf([
      fresh("aws_vpc.main"),
      fresh("aws_subnet.a", "vpc_id"),
      fresh("aws_subnet.b", "vpc_id"),
      fresh("aws_security_group.web", "vpc_id"),
      { address: "aws_instance.web", unknown: { id: true, subnet_id: true, vpc_security_group_ids: true, root_block_device: true } },
      { address: "aws_lb.public", values: { name: "public" }, unknown: { id: true, arn: true, subnets: [true, true], security_groups: true } },
      fresh("aws_internet_gateway.gw", "vpc_id"),
      { address: "aws_route_table.public", values: { route: [{ cidr_block: "0.0.0.0/0" }] }, unknown: { id: true, vpc_id: true, route: [{ gateway_id: true }] } },
      fresh("aws_route_table_association.a", "subnet_id", "route_table_id"),
    ], { resources: {
      "aws_vpc.main": {},
      "aws_subnet.a": { vpc_id: ["aws_vpc.main.id"] },
      "aws_subnet.b": { vpc_id: ["aws_vpc.main.id"] },
      "aws_security_group.web": { vpc_id: ["aws_vpc.main.id"] },
      "aws_instance.web": { subnet_id: ["aws_subnet.a.id"], vpc_security_group_ids: ["aws_security_group.web.id"] },
      "aws_lb.public": { subnets: ["aws_subnet.a.id", "aws_subnet.b.id"], security_groups: ["aws_security_group.web.id"] },
      "aws_internet_gateway.gw": { vpc_id: ["aws_vpc.main.id"] },
      "aws_route_table.public": { vpc_id: ["aws_vpc.main.id"], route: [{ cidr_block: { constant_value: "0.0.0.0/0" }, gateway_id: { references: ["aws_internet_gateway.gw.id", "aws_internet_gateway.gw"] } }] },
      "aws_route_table_association.a": { subnet_id: ["aws_subnet.a.id"], route_table_id: ["aws_route_table.public.id"] },
    } });
    expect(lines).toEqual([
      "aws_instance.web secured-by aws_security_group.web",
      "aws_internet_gateway.gw connects-to aws_vpc.main",
      "aws_lb.public connects-to aws_subnet.a",
      "aws_lb.public connects-to aws_subnet.b",
      "aws_lb.public secured-by aws_security_group.web",
      "aws_route_table.public routes-to aws_internet_gateway.gw",
      "aws_subnet.a contains aws_instance.web",
      "aws_subnet.a depends-on aws_route_table.public",
      "aws_vpc.main contains aws_lb.public",
      "aws_vpc.main contains aws_route_table.public",
      "aws_vpc.main contains aws_security_group.web",
      "aws_vpc.main contains aws_subnet.a",
      "aws_vpc.main contains aws_subnet.b",
    ]);
  });

  it("nests what Azure says in ids alone: a subnet in its network, a network in its group", async () => {
    const lines = await linesOf([
      { address: "azurerm_resource_group.shop", values: { name: "shop", location: "westeurope" } },
      { address: "azurerm_virtual_network.main", values: { name: "main", resource_group_name: "shop" } },
      { address: "azurerm_virtual_network.other", values: { name: "other", resource_group_name: "shop" } },
      { address: "azurerm_subnet.web", values: { name: "web", virtual_network_name: "main", resource_group_name: "shop" } },
      { address: "azurerm_network_interface.nic", values: { name: "nic", ip_configuration: [{ name: "ip" }] }, unknown: { id: true, ip_configuration: [{ subnet_id: true }] } },
      { address: "azurerm_virtual_network_peering.p", values: { name: "p", virtual_network_name: "main" }, unknown: { id: true, remote_virtual_network_id: true } },
      { address: "azurerm_servicebus_namespace.bus", values: { name: "bus", resource_group_name: "shop" } },
      { address: "azurerm_servicebus_queue.orders", values: { name: "orders" }, unknown: { id: true, namespace_id: true } },
    ], { resources: {
      "azurerm_resource_group.shop": {},
      "azurerm_virtual_network.main": { resource_group_name: ["azurerm_resource_group.shop.name"] },
      "azurerm_virtual_network.other": { resource_group_name: ["azurerm_resource_group.shop.name"] },
      "azurerm_subnet.web": { resource_group_name: ["azurerm_resource_group.shop.name"], virtual_network_name: ["azurerm_virtual_network.main.name"] },
      "azurerm_network_interface.nic": { resource_group_name: ["azurerm_resource_group.shop.name"], ip_configuration: [{ subnet_id: { references: ["azurerm_subnet.web.id", "azurerm_subnet.web"] } }] },
      "azurerm_virtual_network_peering.p": { resource_group_name: ["azurerm_resource_group.shop.name"], virtual_network_name: ["azurerm_virtual_network.main.name"], remote_virtual_network_id: ["azurerm_virtual_network.other.id"] },
      "azurerm_servicebus_namespace.bus": { resource_group_name: ["azurerm_resource_group.shop.name"] },
      "azurerm_servicebus_queue.orders": { namespace_id: ["azurerm_servicebus_namespace.bus.id"] },
    } });
    expect(lines).toEqual([
      "azurerm_resource_group.shop contains azurerm_servicebus_namespace.bus",
      "azurerm_resource_group.shop contains azurerm_virtual_network.main",
      "azurerm_resource_group.shop contains azurerm_virtual_network.other",
      "azurerm_servicebus_namespace.bus contains azurerm_servicebus_queue.orders",
      "azurerm_subnet.web contains azurerm_network_interface.nic",
      "azurerm_virtual_network.main contains azurerm_subnet.web",
      "azurerm_virtual_network.main peers-with azurerm_virtual_network.other",
    ]);
  });

  it("nests Google Cloud, with the project and the region of the provider", async () => {
    const sketches: Sketch[] = [
      { address: "google_compute_network.main", values: { name: "main" }, unknown: { id: true, self_link: true, project: true } },
      { address: "google_compute_subnetwork.web", values: { name: "web" }, unknown: { id: true, network: true, project: true, region: true } },
      { address: "google_compute_instance.vm", values: { name: "vm", network_interface: [{}] }, unknown: { id: true, project: true, zone: true, network_interface: [{ subnetwork: true, network: true }] } },
    ];
    const config: ConfigSketch = { resources: {
      "google_compute_network.main": {},
      "google_compute_subnetwork.web": { network: ["google_compute_network.main.id"] },
      "google_compute_instance.vm": { network_interface: [{ subnetwork: { references: ["google_compute_subnetwork.web.id", "google_compute_subnetwork.web"] } }] },
    } };
    const text = JSON.parse(planText(sketches, config)) as { configuration: JsonObject };
    const project = { references: ["var.project"] };
    const inventory = await inventoryOf(JSON.stringify({
      ...text,
      variables: { project: { value: "shop" } },
      configuration: { ...text.configuration, provider_config: { google: { name: "google", expressions: { project, region: { constant_value: "europe-west1" }, credentials: { constant_value: "canary" } } } } },
    }).replaceAll('"expressions":{', '"provider_config_key":"google","expressions":{'));
    expect(linesIn(inventory)).toEqual(["google_compute_network.main contains google_compute_subnetwork.web", "google_compute_subnetwork.web contains google_compute_instance.vm"]);
    expect(inventory.resources.map(({ account }) => account)).toEqual(["shop", "shop", "shop"]);
    expect(inventory.resources.find(({ name }) => name === "web")?.id).toBe("//compute.googleapis.com/projects/shop/regions/europe-west1/subnetworks/web");
    expect(JSON.stringify(inventory)).not.toContain("canary");
  });
});

describe("what apply will do", () => {
  const bucket = (name: string, actions: string[], more: JsonObject = {}): Sketch => ({ address: `aws_s3_bucket.${name}`, values: { bucket: name, arn: `arn:aws:s3:::${name}` }, unknown: {}, actions, more });

  it("is a property and the state of what it touches; what it destroys or forgets is left out and counted", async () => {
    const inventory = await inventoryOf(planText([
      bucket("new", ["create"]), bucket("same", ["no-op"]), bucket("changed", ["update"]), bucket("again", ["delete", "create"]), bucket("swapped", ["create", "delete"]), bucket("kept", ["create", "forget"]),
      bucket("found", ["no-op"], { importing: { id: "found" } }), bucket("gone", ["delete"]), bucket("let-go".replace("-", ""), ["forget"]),
    ]));
    expect(Object.fromEntries(inventory.resources.map(({ name, properties, state }) => [name, [properties.plannedAction ?? null, state]]))).toEqual({
      new: ["create", "to be created"], same: [null, null], changed: ["update", "to be updated"], again: ["replace", "to be replaced"], swapped: ["replace", "to be replaced"], kept: ["replace", "to be replaced"], found: ["import", "to be imported"],
    });
    expect(inventory.notices.join("\n")).toMatch(/1 to be created, 1 to be updated, 3 to be replaced, 1 to be imported/);
    expect(inventory.notices.join("\n")).toMatch(/1 resource is left out: apply destroys it/);
    expect(inventory.notices.join("\n")).toMatch(/1 resource is left out: Terraform will no longer manage it/);
  });

  it("is told of a part where it has become a part", async () => {
    const versioning = { address: "aws_s3_bucket_versioning.v", values: { bucket: "b", versioning_configuration: [{ status: "Enabled" }] } };
    const { resources } = await inventoryOf(planText([bucket("b", ["no-op"]), versioning]));
    expect(resources.map(({ state, properties }) => [state, properties.versioning])).toEqual([[null, { plannedAction: "create", bucket: "b", versioning_configuration: [{ status: "Enabled" }] }]]);
  });

  it("is told as unfinished or put off where Terraform says so, and as nothing", async () => {
    expect((await inventoryOf(planText([bucket("a", ["no-op"])], {}, { errored: true, deferred_changes: [{ reason: "unknown" }] }))).notices).toEqual([
      "The plan changes nothing: this is what there is.",
      "Terraform could not finish this plan: what it did not come to is missing.",
      "1 change is put off to a later plan and left out.",
    ]);
    expect((await inventoryOf('{"format_version":"1.2","planned_values":{"root_module":{}}}')).notices).toEqual(["After apply there will be no resources."]);
  });

  it("finds what was read already in the prior state", async () => {
    const vpc = { mode: "data", type: "aws_vpc", name: "old", provider_name: "registry.terraform.io/hashicorp/aws", values: { id: "vpc-0a1b2c3d", arn: "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1b2c3d" }, sensitive_values: {} };
    const inventory = await inventoryOf(planText([{ address: "aws_subnet.s", values: { vpc_id: "vpc-0a1b2c3d" } }], { resources: { "data.aws_vpc.old": {}, "aws_subnet.s": { vpc_id: ["data.aws_vpc.old.id"] } } }, { prior_state: { format_version: "1.0", values: { root_module: { resources: [vpc] } } } }));
    expect(linesIn(inventory)).toEqual(["data.aws_vpc.old contains aws_subnet.s"]);
  });
});

describe("secrets of a plan", () => {
  it("are taken out as after_sensitive marks them, and variables and credentials of providers are never read", async () => {
    const sketch: Sketch = { address: "xyz_thing.t", values: { shown: "kept", hidden: "canary-1", block: [{ inner: "canary-2" }] }, sensitive: { hidden: true, block: [{ inner: true }] } };
    const text = planText([sketch, { address: "xyz_thing.whole", values: { a: "canary-3" }, sensitive: true }], {}, {
      variables: { password: { value: "canary-4" }, region: { value: "canary-5 is no region" } }, output_changes: { o: { after: "canary-6" } },
    }).replace('"configuration":{', '"configuration":{"provider_config":{"xyz":{"name":"xyz","expressions":{"token":{"constant_value":"canary-7"},"region":{"references":["var.region"]}}}},');
    const told = JSON.stringify(await readCollected(terraformPlan, "plan.json", text));
    expect(told).not.toContain("canary");
    expect(told).toContain("kept");
  });
});

describe("files that are no plan", () => {
  const good = planText([fresh("aws_vpc.v")]);

  it.each([
    ["a binary plan", Buffer.from("PK\u0003\u0004\u0014\u0000\u0008\u0000\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0006\u0000\u0000\u0000tfplan\u0001"), "unreadable-file", /only Terraform can read.*terraform show -json tfplan > plan\.json/],
    ["an encrypted plan", '{"meta":{"key_provider.pbkdf2.k":"e30="},"encrypted_data":"canary","encryption_version":"v0"}', "unreadable-file", /encrypted.*tofu show -json/],
    ["a log of a plan", '{"@level":"info","@message":"canary","@module":"terraform.ui","terraform":"1.9.0","type":"version"}\n{"@level":"info"}', "unreadable-file", /tells while it runs/],
    ["cut off", good.slice(0, good.length / 2), "unreadable-file", /cut off.*terraform show -json tfplan/],
    ["broken", good.replace('"planned_values":{', '"planned_values":{,'), "unreadable-file", /not valid JSON.*line 1, column/],
    ["of a later format", good.replace('"1.2"', '"2.0"'), "unsupported-version", /format version 2;.*0\.1 to 1\.x/],
    ["with changes that are no list", '{"format_version":"1.2","resource_changes":{"canary":1}}', "unreadable-file", /wrong shape at resource_changes/],
    ["with an action that is no text", '{"format_version":"1.2","resource_changes":[{"type":"a","name":"b","change":{"actions":[1]}}]}', "unreadable-file", /resource_changes\[0\]\.change\.actions\[0\]/],
    ["with a configuration of another shape", good.replace(/"configuration":\{"root_module":\{"resources":\[\]/, '"configuration":{"root_module":{"resources":7'), "unreadable-file", /configuration.*wrong shape at resources/],
    ["with an odd variable of any name", '{"format_version":"1.2","planned_values":{},"variables":{"canary":7}}', "unreadable-file", /wrong shape at variables\.…:/],
    ["with an odd call of any name", '{"format_version":"1.2","planned_values":{},"configuration":{"root_module":{"module_calls":{"canary":{"expressions":7}}}}}', "unreadable-file", /module_calls\.…\.expressions/],
    ["without what there will be", '{"format_version":"1.2","configuration":{}}', "unreadable-file", /does not say what there will be/],
  ])("are refused: %s", (_, content, code, message) => {
    expectRefusal(terraformPlan, { name: "plan.json", content }, { code, message, unquoted: "canary" });
  });

  it("are recognised as meant for plans, so that the way out is told", async () => {
    for (const head of ["PK\u0003\u0004\u0014\u0000\u0008\u0000tfplan", '{"meta":{},"encrypted_data":""}', '{"@level":"info","terraform":"1.9.0"}', good, `\ufeff${good}`]) {
      expect((await recognizeImporter({ name: "tfplan", head })).id).toBe("terraform-plan");
    }
  });

  it("are read as formats 0.1 and 0.2, in UTF-16 and with hostile names and depth", async () => {
    for (const version of ["0.1", "0.2", "1.0", "1.99"]) expect((await inventoryOf(good.replace('"1.2"', `"${version}"`))).resources).toHaveLength(1);
    expect((await inventoryOf(Buffer.from(`\ufeff${good}`, "utf16le"))).resources).toHaveLength(1);
    const deep = (open: string, close: string) => `${open.repeat(10_000)}1${close.repeat(10_000)}`;
    const hostile = planText([{ address: "aws_vpc.v", values: { x: "HERE" }, unknown: { id: true, x: "HERE" }, sensitive: "HERE" }], { resources: { "aws_vpc.v": { x: { y: "HERE" }, constructor: ["__proto__.constructor", "module.__proto__.x", "each.value", 'aws_vpc.v["'] }, "__proto__.x": {} }, calls: { constructor: { module: {} } } });
    const inventory = await inventoryOf(hostile.replaceAll('"HERE"', deep('{"__proto__":', "}")));
    expect(inventory.resources).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("leave repeated addresses out and say so", async () => {
    const inventory = await inventoryOf(planText([fresh("aws_vpc.v"), fresh("aws_vpc.v")]));
    expect(inventory.resources).toHaveLength(1);
    expect(inventory.notices.join()).toMatch(/1 entry left out/);
  });
});
