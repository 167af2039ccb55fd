import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CloudVizError } from "../../core/error";
import { link } from "../../graph/link";
import { sharedData } from "../../scenarios/shared-data";
import { readCollected } from "../read-collected";
import { terraformState } from "./terraform-state";

const folder = sharedData("tfstate");
const canary = /CANARY-SECRET-|CANARY-PRIVATE-KEY-|AKIACANARY/;

function filesUnder(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const file = path.join(directory, name);
    return statSync(file).isDirectory() ? filesUnder(file) : [file];
  });
}

/** What must happen to a file, read from the file itself and not by the importer. */
function kindOf(text: string): "state" | "old" | "refused" {
  try {
    const content: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    const version = content !== null && typeof content === "object" && "version" in content ? content.version : null;
    return version === 4 ? "state" : version === null ? "refused" : "old";
  } catch {
    return "refused";
  }
}

if (folder === null) {
  it("reads other people's states (../shared/data is not on this machine: nothing to read)", () => expect(folder).toBeNull());
} else {
  const files = filesUnder(folder);

  describe("other people's states", () => {
    it("finds them", () => {
      expect(files.length).toBeGreaterThan(150);
      expect(files.filter((file) => canary.test(readFileSync(file, "utf8"))).length).toBeGreaterThan(5);
    });

    it.each(files.map((file) => path.relative(folder, file)))("%s", async (name) => {
      const bytes = readFileSync(path.join(folder, name));
      const kind = kindOf(bytes.toString("utf8"));
      if (kind === "state") {
        const collected = await readCollected(terraformState, path.basename(name), bytes);
        expect(JSON.stringify(collected)).not.toMatch(canary);
        const inventory = link(collected, { now: "2026-01-01T00:00:00Z" });
        expect(JSON.stringify({ ...inventory, aliases: [...inventory.aliases] })).not.toMatch(canary);
        return;
      }
      const error = await readCollected(terraformState, path.basename(name), bytes).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(CloudVizError);
      if (!(error instanceof CloudVizError)) return;
      expect(error.code).toBe(kind === "old" ? "unsupported-version" : "unreadable-file");
      expect(`${error.message} ${error.stack ?? ""} ${String(error.cause)}`).not.toMatch(canary);
    });
  });
}
