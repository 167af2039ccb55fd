import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CloudVizError } from "../../core/error";
import { parseState } from "./parse-state";

const good = { version: 4, terraform_version: "1.9.0", serial: 1, lineage: "l", outputs: {}, resources: [] };
const bytes = (text: string): Uint8Array => Buffer.from(text);

function refusal(content: Uint8Array | string): CloudVizError {
  try {
    parseState(typeof content === "string" ? bytes(content) : content);
  } catch (error) {
    if (error instanceof CloudVizError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("parseState", () => {
  it("reads format 4, with a byte order mark and as UTF-16", () => {
    const text = JSON.stringify(good);
    expect(parseState(bytes(text)).lineage).toBe("l");
    expect(parseState(bytes(`\ufeff${text}`)).lineage).toBe("l");
    expect(parseState(Buffer.from(`\ufeff${text}`, "utf16le")).lineage).toBe("l");
  });

  it.each([
    ["an empty file", "", "unreadable-file", /empty.*terraform state pull/],
    ["JSON with a mistake", '{\n  "version": 4,\n  "resources": [}\n}', "unreadable-file", /line 3, column 17/],
    ["a file cut off", '{"version": 4,\n "resources": [{"mode": "mana', "unreadable-file", /cut off.*line 2/],
    ["a merge conflict", '{\n<<<<<<< HEAD\n"version": 4}', "unreadable-file", /merge conflict \(line 2\)/],
    ["configuration", 'resource "aws_vpc" "a" {}', "unreadable-file", /configuration/],
    ["JSON that is no state", '{"name": "x"}', "unreadable-file", /not a Terraform state/],
    ["a list", "[]", "unreadable-file", /not a Terraform state/],
    ["an encrypted state", '{"serial": 1, "lineage": "x", "encrypted_data": "abc"}', "unreadable-file", /encrypted.*tofu state pull/],
    ["version 1", '{"version": 1, "serial": 1, "modules": []}', "unsupported-version", /version 1.*0\.12 or newer/],
    ["version 2", '{"version": 2, "serial": 1, "modules": []}', "unsupported-version", /version 2/],
    ["version 3", '{"version": 3, "serial": 1, "modules": []}', "unsupported-version", /version 3.*terraform state pull/],
    ["version 5", '{"version": 5, "serial": 1, "resources": []}', "unsupported-version", /version 5.*reads version 4/],
    ["version 4 as text", '{"version": "4", "serial": 1, "resources": []}', "unsupported-version", /must be the number 4/],
    ["resources that are no list", JSON.stringify({ ...good, resources: {} }), "unreadable-file", /wrong shape at resources/],
    ["attributes that are no object", JSON.stringify({ ...good, resources: [{ mode: "managed", type: "a", name: "b", instances: [{ attributes: [] }] }] }), "unreadable-file", /resources\[0\]\.instances\[0\]\.attributes/],
    ["binary data", '{"version": 4}\u0000', "unreadable-file", /binary data/],
  ])("refuses %s and says what to do", (_, content, code, message) => {
    const error = refusal(content);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it("names an archive", () => {
    expect(refusal(gzipSync(JSON.stringify(good))).message).toMatch(/gzip.*unpack/);
    expect(refusal(Buffer.from("PK\u0003\u0004xx")).message).toMatch(/zip.*unpack/);
  });

  it("quotes nothing of the file, in no part of the error", () => {
    for (const text of ['{"password": hunter2secret}', '{"password": "hunter2secret', '{"version": 4, "resources": "hunter2secret"}', '{"version": "hunter2secret", "serial": 1}']) {
      const error = refusal(text);
      expect(`${error.message} ${String(error.cause)} ${error.stack ?? ""}`).not.toContain("hunter2secret");
    }
  });

  it("does not overflow on deep nesting", () => {
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    const text = `{"version":4,"resources":[{"mode":"managed","type":"a_b","name":"c","instances":[{"attributes":{"id":"x","deep":${deep}}}]}]}`;
    expect(parseState(bytes(text)).resources).toHaveLength(1);
  });
});
