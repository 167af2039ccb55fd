import type { Collected } from "../core/resource/collected";
import { link } from "../graph/link";
import { recognizeImporter } from "../importers/recognize-importer";
import { formatInventory, type Formatted, type FormatOptions } from "./format-inventory";
import { toImportFile } from "./imports/to-import-file";

/** Files in, one drawing or JSON out, without a database. Several files are linked together. */
export async function renderFiles(files: readonly { name: string; bytes: Uint8Array }[], options: FormatOptions): Promise<Formatted> {
  const items: Collected[] = [];
  const titles: string[] = [];
  for (const { name, bytes } of files) {
    const file = toImportFile(name, bytes);
    const imported = (await recognizeImporter(file)).read(file);
    titles.push(imported.title);
    for await (const item of imported.collected) items.push(item);
  }
  return formatInventory(link(items, { now: new Date().toISOString() }), { title: titles.join(", "), ...options });
}
