import { formatInventory, type Formatted, type FormatOptions } from "./format-inventory";
import { linkFiles } from "./imports/link-files";

/** Files in, one file out, without a database. Several files are linked together. */
export async function renderFiles(files: readonly { name: string; bytes: Uint8Array }[], options: FormatOptions): Promise<Formatted> {
  const { inventory, files: read } = await linkFiles(files, { now: new Date().toISOString() });
  return formatInventory(inventory, { ...options, title: options.title ?? read.map(({ title }) => title).join(", ") });
}
