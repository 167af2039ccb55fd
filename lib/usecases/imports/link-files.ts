import { setImmediate as nextTurn } from "node:timers/promises";
import type { Collected } from "../../core/resource/collected";
import { linkStream, type LinkedInventory } from "../../graph/link";
import type { ImportedFile } from "../../importers/importer";
import { recognizeImporter } from "../../importers/recognize-importer";
import { Together } from "../../importers/together";
import { toImportFile } from "./to-import-file";

export interface LinkedFiles {
  inventory: LinkedInventory;
  /** In the order of the files; `importer` is the id of the one that read it. A plan tells of what is not there yet. */
  files: { importer: string; rank: "state" | "plan"; identity: string; title: string }[];
}

const itemsPerTurn = 500;

/**
 * Reads files, each by the importer that knows its kind, and links them together while they are read: one thing that two
 * files tell of is one resource. Every file is looked at before the first is used. `now` is RFC 3339. Throws
 * `unrecognised-file`, `unreadable-file`, `unsupported-version`.
 */
export async function linkFiles(files: readonly { name: string; bytes: Uint8Array }[], { now }: { now: string }): Promise<LinkedFiles> {
  const read: (ImportedFile & { importer: string; rank: "state" | "plan" })[] = [];
  const together = new Together();
  for (const { name, bytes } of files) {
    const file = toImportFile(name, bytes);
    const importer = await recognizeImporter(file);
    read.push({ ...importer.read(file, together), importer: importer.id, rank: importer.rank ?? "state" });
  }
  // Of two that tell of one resource the first counts, and what is there counts more than what is planned.
  const states = read.filter(({ rank }) => rank === "state");
  const plans = read.filter(({ rank }) => rank === "plan");
  const inventory = await linkStream(inTurns([...states, ...plans]), { now });
  return { inventory, files: read.map(({ importer, rank, identity, title }) => ({ importer, rank, identity, title })) };
}

/** Reading 100 MB takes seconds: others have their turn in between. */
async function* inTurns(files: readonly ImportedFile[]): AsyncGenerator<Collected> {
  let count = 0;
  for (const { collected } of files) {
    for await (const item of collected) {
      yield item;
      if (++count % itemsPerTurn === 0) await nextTurn();
    }
  }
}
