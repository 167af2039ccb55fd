import { describe, expect, it } from "vitest";
import { JsonMistake } from "./json-mistake";
import { jsonRecords } from "./json-records";

const records = (text: string) => [...jsonRecords(new TextEncoder().encode(text), ["data", "value"])];

describe("jsonRecords", () => {
  it.each([
    ["an array", '[{"id":1},{"id":2}]'],
    ["an object around an array", '{"count":2,"data":[{"id":1},{"id":2}],"facets":[]}'],
    ["a list of ARM", '{"nextLink":null,"value":[{"id":1},{"id":2}]}'],
    ["a record a line", '{"id":1}\n{"id":2}\n'],
    ["lines with comments and gaps", '# exported\n\n{"id":1}\r\n// half way\n{"id":2}\n#end'],
    ["records over several lines", '{\n "id": 1\n}\n{\n "id": 2\n}'],
  ])("reads %s", (_, text) => expect(records(text)).toEqual([{ id: 1 }, { id: 2 }]));

  it("reads a record alone, and what is no array under its key", () => {
    expect(records('{"id":1,"items":[]}')).toEqual([{ id: 1, items: [] }]);
    expect(records('{"data":{"columns":[],"rows":[]}}')).toEqual([{ columns: [], rows: [] }]);
    expect(records("[]")).toEqual([]);
  });

  it.each(["", "# only a comment", '[{"id":1}] x', '{"id":1}\n{"id":', '{"id":1}\n}', '{"data":[{"id":1},]}', '{"data":[{"id":01}]}'])("refuses %j", (text) => {
    expect(() => records(text)).toThrow(JsonMistake);
  });

  it("gives the first records before it reads the last", () => {
    const reading = jsonRecords(new TextEncoder().encode('[{"id":1},{"id":nonsense}]'), []);
    expect(reading.next().value).toEqual({ id: 1 });
    expect(() => reading.next()).toThrow(JsonMistake);
  });
});
