import { describe, expect, it, test } from "vitest";
import type { JsonObject, JsonValue } from "../../core/json";
import { group } from "../../graph/group";
import { link, type LinkedInventory } from "../../graph/link";
import { readCollected } from "../read-collected";
import { armTemplate } from "./arm-template";
import { $schema, imported, namesOf, network, schemas, templateOf } from "./test-template";

function edgesOf({ edges }: LinkedInventory): string[] {
  return edges.map(({ kind, from, to }) => `${last(from)} ${kind} ${last(to)}`).sort();
}

function last(id: string): string {
  return id.split("/").at(-1) ?? id;
}

function framesOf(inventory: LinkedInventory): string[] {
  return group(inventory).frames.map(({ level, title }) => `${level} ${title}`);
}

const card = { type: "Microsoft.Network/networkInterfaces", name: "nic" };
const storage = { type: "Microsoft.Storage/storageAccounts", name: "[parameters('name')]" };

describe("a template", () => {
  it("stands in one group, called like its file, and in no subscription", async () => {
    const subnet = "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'net', 'front')]";
    const inventory = await imported(templateOf([
      { ...network, location: "[resourceGroup().location]", properties: { subnets: [{ name: "front" }] } },
      { ...card, location: "West Europe", dependsOn: ["[resourceId('Microsoft.Network/virtualNetworks', 'net')]"], properties: { ipConfigurations: [{ properties: { subnet: { id: subnet }, publicIPAddress: { id: "[resourceId('Microsoft.Network/publicIPAddresses', 'elsewhere')]" } } }] } },
    ]));
    expect(framesOf(inventory)).toEqual(["provider Azure", "group shop.json", "network net", "subnet front"]);
    expect(edgesOf(inventory)).toEqual(["front contains nic", "net contains front", "nic depends-on elsewhere"]);
    expect(inventory.resources.map(({ account, region, name, group: of }) => [name, account, region, of])).toEqual([["net", "", null, "shop.json"], ["front", "", null, "shop.json"], ["nic", "", "westeurope", "shop.json"], ["elsewhere", "", null, null]]);
    expect(armTemplate.rank).toBe("plan");
  });

  it("does not mix with another of the same names", async () => {
    const items = [...(await readCollected(armTemplate, "a.json", JSON.stringify(templateOf([network])))), ...(await readCollected(armTemplate, "b.json", JSON.stringify(templateOf([network]))))];
    expect(link(items, { now: "2026-01-01T00:00:00Z" }).resources).toHaveLength(2);
  });

  it("gives children that stand in their parent the parent's type and name", async () => {
    const inventory = await imported(templateOf([{ type: "Microsoft.Sql/servers", name: "s", resources: [{ type: "databases", name: "d", dependsOn: ["s"] }, { type: "Microsoft.Authorization/locks", name: "held", properties: { level: "CanNotDelete" } }] }]));
    expect(edgesOf(inventory)).toEqual(["s contains d"]);
    expect(inventory.resources.map(({ type }) => type)).toEqual(["Microsoft.Sql/servers", "Microsoft.Sql/servers/databases"]);
    expect(inventory.resources[0]?.properties["locks"]).toMatchObject([{ level: "CanNotDelete" }]);
  });

  it("shows the group where it carries a lock, and no subscription where that carries a role", async () => {
    const lock = { type: "Microsoft.Authorization/locks", name: "held" };
    expect((await imported(templateOf([lock, network]))).resources.map(({ type, name }) => [type, name])).toEqual([["Microsoft.Network/virtualNetworks", "net"], ["Microsoft.Resources/resourceGroups", "shop.json"]]);
    const role = { type: "Microsoft.Authorization/roleAssignments", name: "[guid('a')]", properties: { principalId: "[parameters('who')]" } };
    const inventory = await imported({ ...templateOf([role]), $schema: `${schemas}/2018-05-01/subscriptionDeploymentTemplate.json#` });
    expect(inventory.resources).toEqual([]);
    expect(inventory.notices).toEqual([expect.stringMatching(/^One entry lies on the whole subscription/)]);
  });

  it("extends what its scope names", async () => {
    const assignment = { type: "Microsoft.Authorization/roleAssignments", name: "r", scope: "[format('Microsoft.Storage/storageAccounts/{0}', 'st')]", properties: { principalId: "[reference(resourceId('Microsoft.Web/sites', 'app'), '2022-03-01', 'full').identity.principalId]" } };
    expect(edgesOf(await imported(templateOf([{ ...storage, name: "st" }, { type: "Microsoft.Web/sites", name: "app", identity: { type: "SystemAssigned" } }, assignment])))).toEqual(["app allows st"]);
  });

  test.each([
    ["subscription", { type: "Microsoft.Resources/resourceGroups", name: "rg-hub", location: "eastus" }, [["Microsoft.Resources/resourceGroups", "rg-hub"]]],
    ["managementGroup", { type: "Microsoft.Authorization/policyDefinitions", name: "p" }, [["Microsoft.Authorization/policyDefinitions", "p"], ["Microsoft.Management/managementGroups", "shop.json"]]],
    ["tenant", { type: "Microsoft.Management/managementGroups", name: "corp" }, [["Microsoft.Management/managementGroups", "corp"]]],
  ])("for a %s", async (scope, resource, made) => {
    const inventory = await imported({ ...templateOf([resource]), $schema: `${schemas}/2019-08-01/${scope}DeploymentTemplate.json#` });
    expect(inventory.resources.map(({ type, name }) => [type, name])).toEqual(made);
    expect(inventory.resources.every(({ origin, account }) => origin?.kind === "arm-template" && account === "")).toBe(true);
  });

  it("says when it makes nothing", async () => expect((await imported(templateOf([]))).notices).toEqual(["The template is valid and makes no resources."]));
});

describe("what only the deployment knows", () => {
  const open = { name: { type: "string" }, size: { type: "string" }, password: { type: "securestring", defaultValue: "CANARY-default" }, zone: { type: "string" } };

  it("stands under the name that the template gives it", async () => {
    const { resources } = await imported(templateOf(
      [{ ...storage, location: "[parameters('place')]", zones: ["[parameters('zone')]"], sku: { name: "[parameters('size')]" }, properties: { suffix: "[variables('suffix')]", unique: "[concat('a', uniqueString(resourceGroup().id))]", cut: "[substring(parameters('name'), 0, 3)]" } }],
      { parameters: { ...open, place: { type: "string", defaultValue: "[resourceGroup().location]" } }, variables: { suffix: "[substring(subscription().subscriptionId, 24, 12)]" } },
    ));
    expect(resources).toHaveLength(1);
    expect(resources[0]).toMatchObject({ name: "{name}", region: null, zone: null, properties: { sku: { name: "{size}" }, suffix: "{suffix}", unique: "a{uniqueString}", cut: "[substring(parameters('name'), 0, 3)]" } });
  });

  it("is a part of an id by the id's name, and nothing where the template takes nothing for an answer", async () => {
    const { resources } = await imported(templateOf(
      [{ ...network, name: "[last(split(parameters('id'), '/'))]", tags: { group: "[split(parameters('id'), '/')[4]]", short: "[concat('a', take(replace(parameters('id'), '-', ''), 3))]", whole: "[take(replace(concat('a-', parameters('id')), '-', ''), 24)]" } }, { ...card, copy: { name: "cards", count: "[length(coalesce(parameters('cards'), createArray()))]" } }],
      { parameters: { id: { type: "string" }, cards: { type: "array", nullable: true } } },
    ));
    expect(resources).toMatchObject([{ name: "{id}", tags: { short: "a{take(id)}", whole: "a{id}" } }]);
  });

  it("is no secret's default value, wherever it went", async () => {
    const template = templateOf(
      [{ type: "Microsoft.Compute/virtualMachines", name: "vm", tags: { note: "[variables('said')]" }, properties: { osProfile: { adminPassword: "[parameters('password')]", customData: "[parameters('password')]", computerName: "[parameters('password')]" } } }],
      { parameters: open, variables: { said: "[concat('it is ', parameters('password'))]" } },
    );
    const { resources } = await imported(template);
    expect(JSON.stringify(resources)).not.toContain("CANARY");
    expect(resources[0]).toMatchObject({ tags: { note: "it is {password}" }, properties: { osProfile: { computerName: "{password}" } } });
  });

  it("is what a resource tells of itself: a reference to it, of the kind that the field says", async () => {
    const inventory = await imported(templateOf([
      { ...storage, name: "st" },
      { type: "Microsoft.Compute/virtualMachines", name: "vm", properties: { diagnosticsProfile: { bootDiagnostics: { storageUri: "[reference('st').primaryEndpoints.blob]" } } } },
      { type: "Microsoft.Web/sites", name: "app", properties: { siteConfig: { appSettings: [{ name: "DATA", value: "[concat('AccountKey=', listKeys(resourceId('Microsoft.Storage/storageAccounts', 'st'), '2021-04-01').keys[0].value)]" }] } } },
    ]));
    expect(edgesOf(inventory)).toEqual(["app depends-on st", "vm writes st"]);
    expect(inventory.edges.map(({ evidence }) => evidence.path)).toEqual(["properties.diagnosticsProfile.bootDiagnostics.storageUri", "properties.siteConfig.appSettings[].value"]);
  });

  it("is found in an environment variable, whose value is kept from everybody", async () => {
    const env = [{ name: "STORE", value: "[reference('st').primaryEndpoints.blob]" }, { name: "KEY", value: "CANARY" }];
    const inventory = await imported(templateOf([{ ...storage, name: "st" }, { type: "Microsoft.App/containerApps", name: "app", properties: { template: { containers: [{ name: "c", env }] } } }]));
    expect(inventory.edges.map(({ kind, certainty, evidence }) => [kind, certainty, evidence.path])).toEqual([["depends-on", "derived", "properties.template.containers[].env[].STORE"]]);
    expect(JSON.stringify(inventory.resources)).not.toContain("CANARY");
  });

  it("may be one of two resources: both count", async () => {
    const inventory = await imported(templateOf([
      { ...network, name: "one" }, { ...network, name: "two" },
      { type: "Microsoft.NewThing/widgets", name: "w", properties: { net: "[if(equals(parameters('name'), 'a'), resourceId('Microsoft.Network/virtualNetworks', 'one'), resourceId('Microsoft.Network/virtualNetworks', 'two'))]" } },
    ], { parameters: open }));
    expect(edgesOf(inventory)).toEqual(["w depends-on one", "w depends-on two"]);
    expect(inventory.resources[2]?.properties["net"]).toMatch(/^\[if\(equals/);
  });
});

describe("loops", () => {
  const loop = (count: JsonValue) => ({ ...network, name: "[concat('net', copyIndex(1))]", copy: { name: "nets", count } });

  it("run as often as they say", async () => {
    const subnets = { copy: [{ name: "subnets", count: 2, input: { name: "[concat('s', copyIndex('subnets'))]" } }] };
    const inventory = await imported(templateOf([{ ...loop("[length(variables('places'))]"), properties: subnets }], { variables: { places: ["a", "b"] } }));
    expect(namesOf(inventory)).toEqual(["net1", "s0", "s1", "net2", "s0", "s1"]);
  });

  it("stand for one where nobody knows how often", async () => expect(namesOf(await imported(templateOf([loop("[parameters('count')]")], { parameters: { count: { type: "int" } } })))).toEqual(["net{copyIndex}"]));

  it("end where Azure's do", async () => {
    const inventory = await imported(templateOf([loop(1_000_000)]));
    expect(inventory.resources).toHaveLength(800);
    expect(inventory.notices).toEqual([expect.stringMatching(/^999200 resources were left out/)]);
  });

  it("of variables make lists", async () => {
    const variables = { copy: [{ name: "names", count: 3, input: "[concat('n', copyIndex('names'))]" }] };
    expect(namesOf(await imported(templateOf([{ ...network, name: "[last(variables('names'))]" }], { variables })))).toEqual(["n2"]);
  });
});

describe("conditions", () => {
  it("leave out what is false, and keep what nobody knows", async () => {
    const inventory = await imported(templateOf(
      [{ ...network, condition: "[parameters('no')]" }, { ...network, name: "maybe", condition: "[equals(parameters('which'), 'a')]" }, { ...network, name: "yes", condition: "[not(parameters('no'))]" }],
      { parameters: { no: { type: "bool", defaultValue: false }, which: { type: "string" } } },
    ));
    expect(namesOf(inventory)).toEqual(["maybe", "yes"]);
    expect(inventory.notices).toEqual(["One resource was left out because of a condition that is false with the template's own values."]);
  });
});

describe("dependsOn", () => {
  it("is an edge where nothing tells more", async () => {
    const inventory = await imported(templateOf([
      { ...network, dependsOn: [] },
      { ...storage, name: "st", dependsOn: ["net"] },
      { ...card, dependsOn: ["[concat('Microsoft.Network/virtualNetworks/', 'net')]", "[resourceId('Microsoft.Network/networkSecurityGroups', 'guard')]", "unknown"], properties: { networkSecurityGroup: { id: "[resourceId('Microsoft.Network/networkSecurityGroups', 'guard')]" } } },
      { type: "Microsoft.Network/networkSecurityGroups", name: "guard" },
    ]));
    expect(edgesOf(inventory)).toEqual(["nic depends-on net", "nic secured-by guard", "st depends-on net"]);
    expect(inventory.edges.every(({ certainty }) => certainty === "declared")).toBe(true);
  });

  it("is no news where a part says more", async () => {
    const subnet = { name: "front", properties: { networkSecurityGroup: { id: "[resourceId('Microsoft.Network/networkSecurityGroups', 'guard')]" } } };
    const inventory = await imported(templateOf([{ ...network, dependsOn: ["guard"], properties: { subnets: [subnet] } }, { type: "Microsoft.Network/networkSecurityGroups", name: "guard" }]));
    expect(edgesOf(inventory)).toEqual(["front secured-by guard", "net contains front"]);
  });

  it("means all rounds of a loop, but not hundreds", async () => {
    const many = (count: number) => templateOf([{ ...network, name: "[concat('net', copyIndex())]", copy: { name: "nets", count } }, { ...card, dependsOn: ["nets"] }]);
    expect(edgesOf(await imported(many(2)))).toEqual(["nic depends-on net0", "nic depends-on net1"]);
    expect((await imported(many(11))).notices).toEqual([expect.stringMatching(/^One dependency is on more than 10/)]);
  });
});

describe("templates in templates", () => {
  const inner = { $schema, contentVersion: "1.0.0.0", parameters: { name: { type: "string" } }, variables: { prefix: "inner" }, resources: [{ ...network, name: "[concat(variables('prefix'), parameters('name'))]" }], outputs: { id: { type: "string", value: "[resourceId('Microsoft.Network/virtualNetworks', concat(variables('prefix'), parameters('name')))]" } } };
  const outerNames = { parameters: { name: { type: "string", defaultValue: "-outer" } }, variables: { prefix: "outer" } };
  const deployment = (rest: JsonObject, properties: JsonObject) => ({ type: "Microsoft.Resources/deployments", name: "module", ...rest, properties: { mode: "Incremental", template: inner, ...properties } });

  it("use the names of the outer one, or their own", async () => {
    expect(namesOf(await imported(templateOf([deployment({}, {})], outerNames)))).toEqual(["outer-outer"]);
    expect(namesOf(await imported(templateOf([deployment({}, { expressionEvaluationOptions: { scope: "inner" }, parameters: { name: { value: "[concat(parameters('name'), '2')]" } } })], outerNames)))).toEqual(["inner-outer2"]);
  });

  it("know what is open by the outer one's name, under which the outer one refers to it", async () => {
    const use = { ...card, properties: { network: "[resourceId('Microsoft.Network/virtualNetworks', concat('inner', take(parameters('open'), 3)))]" } };
    const inventory = await imported(templateOf([use, deployment({}, { expressionEvaluationOptions: { scope: "inner" }, parameters: { name: { value: "[take(parameters('open'), 3)]" } } })], { parameters: { open: { type: "string" } } }));
    expect(edgesOf(inventory)).toEqual(["nic connects-to inner{take(open)}"]);
    expect(inventory.resources).toHaveLength(2);
  });

  it("are both there where their names cannot be told apart", async () => {
    const template = (name: string) => ({ ...inner, resources: [{ ...network, name }] });
    const open = { name: "[take(uniqueString(deployment().name), 5)]" };
    expect(namesOf(await imported(templateOf([deployment(open, { template: template("one") }), deployment(open, { template: template("two") })], outerNames)))).toEqual(["one", "two"]);
  });

  it("tell lists that loops make", async () => {
    const template = { ...inner, outputs: { ids: { type: "array", copy: { count: 2, input: "[resourceId('Microsoft.Network/virtualNetworks', format('net{0}', copyIndex()))]" } } } };
    const use = { ...card, properties: { network: "[reference('module').outputs.ids.value[1]]" } };
    expect(edgesOf(await imported(templateOf([use, { ...network, name: "net1" }, deployment({}, { template })], outerNames)))).toEqual(["nic connects-to net1"]);
  });

  it("are given lists that loops make", async () => {
    const template = { ...inner, parameters: { names: { type: "array" } }, resources: [{ ...network, name: "[parameters('names')[copyIndex()]]", copy: { name: "nets", count: "[length(parameters('names'))]" } }] };
    const madeBy = async (names: JsonValue) => namesOf(await imported(templateOf([deployment({}, { template, expressionEvaluationOptions: { scope: "inner" }, parameters: { names } })])));
    expect(await madeBy({ copy: [{ name: "value", count: 2, input: "[concat('n', copyIndex('value'))]" }] })).toEqual(["n0", "n1"]);
    expect(await madeBy("[if(true(), createObject('value', createArray('a')), createObject('value', createArray()))]")).toEqual(["a"]);
    expect(await madeBy({ reference: { keyVault: { id: "x" }, secretName: "y" } })).toEqual(["{names.copyIndex}"]);
  });

  it("stand in the group that they are for, and tell what they made", async () => {
    const id = "extensionResourceId(format('/subscriptions/{0}/resourceGroups/{1}', subscription().subscriptionId, 'rg-hub'), 'Microsoft.Resources/deployments', 'module')";
    const use = { ...card, dependsOn: ["[resourceId('Microsoft.Resources/deployments', 'module')]"], properties: { ipConfigurations: [{ properties: { network: `[reference(${id}, '2022-09-01').outputs.id.value]` } }] } };
    const inventory = await imported(templateOf([use, deployment({ resourceGroup: "rg-hub" }, { expressionEvaluationOptions: { scope: "inner" }, parameters: { name: { value: "1" } } })], outerNames));
    expect(edgesOf(inventory)).toEqual(["nic connects-to inner1"]);
    expect(framesOf(inventory)).toEqual(["provider Azure", "group rg-hub", "group shop.json"]);
  });

  it("that are kept elsewhere are boxes", async () => {
    const inventory = await imported(templateOf([{ type: "Microsoft.Resources/deployments", name: "linked", properties: { templateLink: { uri: "https://example.com/linked.json" } } }]));
    expect(namesOf(inventory)).toEqual(["linked"]);
    expect(inventory.notices).toEqual([expect.stringMatching(/^One deployment stands for a template/)]);
  });
});

describe("what Bicep builds", () => {
  const bicep = (resources: JsonObject, rest: JsonObject = {}) => templateOf(resources, { languageVersion: "2.0", ...rest });

  it("names resources by symbols", async () => {
    const inventory = await imported(bicep({
      vault: { existing: true, type: "Microsoft.KeyVault/vaults", apiVersion: "2023-07-01", name: "kept", resourceGroup: "shared" },
      nets: { copy: { name: "nets", count: "[length(range(0, 2))]" }, ...network, name: "[format('net{0}', range(0, 2)[copyIndex()])]" },
      site: { type: "Microsoft.Web/sites", name: "app", properties: { vault: "[reference('vault').vaultUri]", net: "[resourceInfo('nets[1]').id]" }, dependsOn: ["nets[1]", "nets"] },
      role: { type: "Microsoft.Authorization/roleAssignments", scope: "[resourceId('Microsoft.Web/sites', 'app')]", name: "[guid(resourceGroup().id)]", properties: { principalId: "[reference('site', '2022-03-01', 'full').identity.principalId]" } },
    }));
    expect(edgesOf(inventory)).toEqual(["app connects-to net1", "app depends-on kept", "app depends-on net0"]);
    expect(inventory.resources.map(({ name, origin }) => [name, origin?.kind, origin?.address])).toEqual([["net0", "arm-template", "nets"], ["net1", "arm-template", "nets"], ["app", "arm-template", "site"], ["kept", "outside", null]]);
  });

  it("calls functions of its own and lambdas", async () => {
    const functions = [{ namespace: "__bicep", members: { nameOf: { parameters: [{ type: "string", name: "of" }], output: { type: "string", value: "[format('{0}-{1}', parameters('of'), 'x')]" } } } }];
    const variables = { names: "[map(createArray('a', 'b'), lambda('each', __bicep.nameOf(lambdaVariables('each'))))]" };
    expect(namesOf(await imported(bicep({ net: { ...network, name: "[join(variables('names'), '_')]" } }, { functions, variables })))).toEqual(["a-x_b-x"]);
  });
});
