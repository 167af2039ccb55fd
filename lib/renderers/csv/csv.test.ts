import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { link } from "../../graph/link";
import { hostileEstate as hostileItems } from "../../scenarios/hostile-estate";
import { hostileNames } from "../../scenarios/hostile-names";
import { EstateBuilder } from "../../scene/fixtures/estate-builder";
import { threeTierEstate } from "../../scene/fixtures/three-tier";
import { loadRenderer } from "..";
import { inventoryContract, textOf } from "../contract";
import { csv } from "./csv";
import { csvRow, csvText } from "./csv-row";

const rows = z.array(z.record(z.string(), z.string()));

function read(text: string): Record<string, string>[] {
  return rows.parse(parse(text, { columns: true, bom: true, record_delimiter: "\r\n" }));
}

function table(inventory: Parameters<typeof csv.render>[0], options = {}): Record<string, string>[] {
  return read(String(csv.render(inventory, csv.options.parse(options))));
}

function expectHarmless(row: Record<string, string>): void {
  for (const [column, cell] of Object.entries(row)) {
    if (column !== "monthly cost") expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@]/u);
    expect(cell).not.toMatch(/\p{Cc}|\p{Cs}/u);
  }
}

describe("csv", () => {
  inventoryContract(() => loadRenderer("csv"), (output, { resources }) => {
    const read = table({ title: "", resources, edges: [], coverage: [] });
    expect(read).toEqual(rows.parse(parse(textOf(output), { columns: true, bom: true })));
    expect(read).toHaveLength(resources.length);
    read.forEach(expectHarmless);
  });

  it("has a row for every resource, with what it is and where", () => {
    const estate = new EstateBuilder({ provider: "aws", account: "123456789012", region: "eu-west-1" });
    const money = { amount: "71.4", currency: "EUR", basis: "list", source: "test", asOf: "2026-01-05T08:00:00Z" } as const;
    const web = estate.add("AWS::EC2::Instance", "web, \"1\"", { id: "i-1", zone: "eu-west-1a", state: "running", tags: { env: "prod", team: "shop" }, cost: { monthly: money, reason: null } });
    const credit = estate.add("AWS::S3::Bucket", "logs", { id: "b-1", cost: { monthly: { ...money, amount: "-2.5" }, reason: null } });
    estate.tie("writes", web, credit, "derived");
    const inventory = { title: "Shop", ...estate.finish() };
    const place = { provider: "aws", account: "123456789012", region: "eu-west-1", group: "", currency: "EUR", "cost basis": "list" };
    expect(table(inventory)).toEqual([
      { ...place, id: "i-1", name: 'web, "1"', type: "AWS::EC2::Instance", zone: "eu-west-1a", state: "running", tags: "env=prod; team=shop", "monthly cost": "71.4" },
      { ...place, id: "b-1", name: "logs", type: "AWS::S3::Bucket", zone: "", state: "", tags: "", "monthly cost": "-2.5" },
    ]);
    expect(table(inventory, { list: "relationships" })).toEqual([
      { "from name": 'web, "1"', relationship: "writes", "to name": "logs", "from id": "i-1", "to id": "b-1", certainty: "derived", "seen by": "test", "seen in": "writes" },
    ]);
  });

  it("leaves an unknown cost empty", () => {
    for (const row of table({ title: "", ...threeTierEstate() })) expect([row["monthly cost"], row.currency, row["cost basis"]]).toEqual(["", "", ""]);
  });

  it("lists every relationship of hostile names, harmless too", () => {
    const inventory = link(hostileItems(), { now: "2026-01-01T00:00:00Z" });
    const read = table({ title: "", ...inventory }, { list: "relationships" });
    expect(read).toHaveLength(inventory.edges.length);
    read.forEach(expectHarmless);
  });

  it("begins with a byte order mark unless told not to", () => {
    const inventory = { title: "", ...threeTierEstate() };
    expect(String(csv.render(inventory, csv.options.parse({})))).toMatch(/^\ufeffid,name,/);
    expect(String(csv.render(inventory, csv.options.parse({ bom: false })))).toMatch(/^id,name,/);
  });
});

describe("csvText", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["  =1+1", "'  =1+1"],
    ["\t=1+1", "' =1+1"],
    ["\r\n@SUM(1)", "' @SUM(1)"],
    ["\u0000-2+3", "'-2+3"],
    ["\u200b+1", "'\u200b+1"],
    ["\u00a0=1", "'\u00a0=1"],
    ["\u202e=1", "'\u202e=1"],
    ["＝1", "'＝1"],
    ["a=1", "a=1"],
    ["10.0.0.0/8", "10.0.0.0/8"],
    ["one\ntwo", "one two"],
    ["a\u0007b\u009fc", "abc"],
    ["数据库", "数据库"],
    ["lone \ud800", "lone \ufffd"],
  ])("writes %j as %j", (text, cell) => expect(csvText(text)).toBe(cell));

  it("passes through a reader as it is, whatever the name", () => {
    for (const name of hostileNames) expect(parse(csvRow(["x", csvText(name), "y"]), { record_delimiter: "\r\n" })).toEqual([["x", csvText(name), "y"]]);
  });
});
