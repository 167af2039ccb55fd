import { describe, expect, it, test } from "vitest";
import type { CloudVizError } from "../../core/error";
import type { JsonObject } from "../../core/json";
import { link } from "../../graph/link";
import { headOf, readCollected } from "../read-collected";
import { recognizeImporter } from "../recognize-importer";
import { armTemplate } from "./arm-template";
import { $schema, imported, namesOf, network, schemas, templateOf } from "./test-template";

describe("bad input", () => {
  const told = (template: JsonObject | string, name = "shop.json"): Promise<CloudVizError> => imported(template, name).then(() => { throw new Error("was read"); }, (error: CloudVizError) => error);

  test.each<[string, JsonObject | string, RegExp]>([
    ["parameters alone", { $schema: `${schemas}/2019-04-01/deploymentParameters.json#`, contentVersion: "1.0.0.0", parameters: {} }, /parameter file.*azuredeploy\.json/],
    ["another schema", { $schema: "https://json-schema.org/draft-07/schema#", resources: [] }, /not an ARM template/],
    ["no resources", { $schema, contentVersion: "1.0.0.0" }, /no list of resources/],
    ["resources of the wrong kind", templateOf("CANARY"), /no list of resources/],
    ["a text", '"CANARY"', /not an ARM template/],
    ["what is broken", `{\n"$schema": "${$schema}",\n"resources": [} CANARY`, /line 3, column 15/],
    ["what is cut off", `{"$schema": "${$schema}", "resources": [{"type": "CANARY`, /cut off/],
    ["a comment without end", `{"$schema": "${$schema}", /* "resources": []}`, /cut off/],
  ])("is %s", async (_, template, message) => {
    const error = await told(template);
    expect(error).toMatchObject({ name: "CloudVizError", code: "unreadable-file" });
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain("CANARY");
  });

  it("is a language that is too new, and Bicep itself", async () => {
    expect(await told(templateOf({}, { languageVersion: "3.0" }))).toMatchObject({ code: "unsupported-version" });
    expect((await told("param name string", "main.bicep")).message).toMatch(/az bicep build/);
    await expect(recognizeImporter({ name: "main.bicep", head: "param name string" })).resolves.toBe(armTemplate);
  });

  it("are entries that are no resources", async () => {
    const inventory = await imported(templateOf([1, null, {}, { type: "x" }, { name: "x" }, { type: "Microsoft.Network/virtualNetworks", name: 3 }, { type: "NoNamespace", name: "x" }, network]));
    expect(namesOf(inventory)).toEqual(["net"]);
    expect(inventory.notices).toEqual([expect.stringMatching(/^7 entries were left out/)]);
  });

  test.each([
    ["variables in a circle", { a: "[variables('b')]", b: "[variables('a')]" }],
    ["a chain of variables", Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [index === 0 ? "a" : `v${index}`, `[concat(variables('v${index + 1}'), 'x')]`]))],
    ["variables that double", Object.fromEntries(Array.from({ length: 60 }, (_, index) => [index === 0 ? "a" : `v${index}`, `[concat(variables('v${index + 1}'), variables('v${index + 1}'), 'x')]`]))],
    ["nested calls", { a: `[${"concat(".repeat(3_000)}'x'${")".repeat(3_000)}]` }],
    ["an expression without end", { a: `[concat('${"x".repeat(30_000)}')]` }],
    ["members of everything's prototype", { a: "[variables('__proto__').constructor.prototype]" }],
  ])("are %s", async (_, variables) => {
    const inventory = await imported(templateOf([{ ...network, tags: { told: "[variables('a')]" } }], { variables }));
    expect(namesOf(inventory)).toEqual(["net"]);
  });

  it("are lists that double without end", async () => {
    const variables = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`v${index}`, index === 59 ? "x" : [`[variables('v${index + 1}')]`, `[variables('v${index + 1}')]`]]));
    const error = await told(templateOf([{ ...network, properties: { told: "[variables('v0')]" } }], { variables }));
    expect(error).toMatchObject({ code: "unreadable-file" });
  });

  it("is nesting without end", async () => {
    const deep = (open: string, close: string) => `${open.repeat(10_000)}1${close.repeat(10_000)}`;
    const resource = (properties: string) => `{"$schema":"${$schema}","resources":[{"type":"Microsoft.Network/virtualNetworks","name":"net","properties":${properties}}]}`;
    expect(namesOf(await imported(resource(deep("[", "]"))))).toEqual(["net"]);
    expect(namesOf(await imported(resource(deep('{"a":', "}"))))).toEqual(["net"]);
    const children = `{"$schema":"${$schema}","resources":${deep('[{"type":"A.B/c","name":"n","resources":', "}]")}}`;
    expect((await imported(children)).resources.length).toBeGreaterThan(5);
    const template = deep(`{"$schema":"x","resources":[{"type":"Microsoft.Resources/deployments","name":"d","properties":{"template":`, "}}]}").replace('"x"', `"${$schema}"`);
    expect((await imported(template)).resources.length).toBeGreaterThanOrEqual(0);
  });

  it("is one id twice", async () => expect((await imported(templateOf([network, { ...network, tags: { a: "b" } }]))).resources).toMatchObject([{ name: "net", tags: { a: "b" } }]));
});

describe("the text of a template", () => {
  it("may hold comments, commas too many, and texts over several lines", async () => {
    const text = `// made by hand
{ /* its schema */ "$schema": "${$schema}", // that's it
  "resources": [ { "type": "Microsoft.Network/virtualNetworks", "name": "[concat('net',
     '// no comment')]", "tags": { "url": "https://example.com/*x*/,]" , } } , /* last */ ] }`;
    expect(armTemplate.recognizes({ name: "x", head: text })).toBe(true);
    expect((await imported(text)).resources).toMatchObject([{ name: "net// no comment", tags: { url: "https://example.com/*x*/,]" } }]);
  });

  it("may hold one very long text", async () => {
    const { resources } = await imported(JSON.stringify(templateOf([{ ...network, tags: { short: "x" }, properties: { script: "\\\n".repeat(3_000_000) } }])));
    expect(resources[0]?.tags).toEqual({ short: "x" });
  });

  it("is UTF-16 where PowerShell wrote it", async () => {
    const bytes = Buffer.from(`\ufeff${JSON.stringify(templateOf([network]))}`, "utf16le");
    expect(armTemplate.recognizes({ name: "x", head: headOf(bytes) })).toBe(true);
    expect(link(await readCollected(armTemplate, "x.json", bytes), { now: "2026-01-01T00:00:00Z" }).resources).toHaveLength(1);
  });

  it("is not taken for one that stands in a list of resources", () => {
    const row = { data: [{ id: "/subscriptions/a/resourceGroups/b/providers/Microsoft.Resources/templateSpecs/s", type: "microsoft.resources/templatespecs", properties: { mainTemplate: { $schema } } }] };
    expect(armTemplate.recognizes({ name: "x", head: JSON.stringify(row) })).toBe(false);
  });

  it("has two brackets for one", async () => expect((await imported(templateOf([{ ...network, tags: { a: "[[not(an) expression]", b: "[nonsense" } }]))).resources[0]?.tags).toEqual({ a: "[not(an) expression]", b: "[nonsense" }));
});
