import { describe, expect, it } from "vitest";
import type { SharedResource } from "@/lib/core/api/shares";
import { sortedRows } from "./sorted-rows";

function row(name: string, region: string | null): SharedResource {
  return { name, type: "AWS::EC2::Instance", typeLabel: "EC2 instance", category: "compute", provider: "aws", account: null, region, state: null };
}

const rows = [row("web-10", "eu-west-1"), row("web-2", null), row("Db", "us-east-1")];
const namesOf = (sorted: SharedResource[]) => sorted.map(({ name }) => name);

describe("sortedRows", () => {
  it("sorts numbers as numbers and letters without case", () => {
    expect(namesOf(sortedRows(rows, { text: "", column: "name", isDown: false }))).toEqual(["Db", "web-2", "web-10"]);
    expect(namesOf(sortedRows(rows, { text: "", column: "name", isDown: true }))).toEqual(["web-10", "web-2", "Db"]);
  });

  it("has what is not told last, whichever way", () => {
    expect(namesOf(sortedRows(rows, { text: "", column: "region", isDown: false })).at(-1)).toBe("web-2");
    expect(namesOf(sortedRows(rows, { text: "", column: "region", isDown: true })).at(-1)).toBe("web-2");
  });

  it("finds the text in any cell", () => {
    expect(namesOf(sortedRows(rows, { text: " US-EAST ", column: "name", isDown: false }))).toEqual(["Db"]);
    expect(sortedRows(rows, { text: "nothing", column: "name", isDown: false })).toEqual([]);
  });
});
