import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { utf8Of } from "./utf8-of";

const words = { what: "an export", again: "`az graph query` prints it" };
const read = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(utf8Of(bytes, words));

describe("utf8Of", () => {
  it.each([
    ["UTF-8", Buffer.from('["ü🚀"]')],
    ["UTF-8 with a mark", Buffer.from('\ufeff["ü🚀"]')],
    ["what PowerShell writes", Buffer.from('\ufeff["ü🚀"]', "utf16le")],
    ["UTF-16 the other way round", Buffer.from('\ufeff["ü🚀"]', "utf16le").swap16()],
  ])("reads %s", (_, bytes) => expect(read(bytes)).toBe('["ü🚀"]'));

  it("hands on UTF-8 as it is: a file of 100 MB is not copied", () => {
    const bytes = Buffer.from("[]");
    expect(utf8Of(bytes, words)).toBe(bytes);
  });

  it.each([
    ["nothing", Buffer.from(""), /empty.*az graph query/],
    ["blanks", Buffer.from("\ufeff \r\n"), /empty.*az graph query/],
    ["a gzip archive", gzipSync("[]"), /not an export but a gzip archive: unpack it/],
    ["a zip archive", Buffer.from("PK\u0003\u0004xx"), /zip archive: unpack it/],
    ["binary data", Buffer.from("[]\u0000"), /binary data/],
  ])("refuses %s and says what to do", (_, bytes, message) => expect(() => utf8Of(bytes, words)).toThrow(message));
});
