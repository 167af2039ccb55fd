import type { ImportFile } from "../../importers/importer";

const headBytes = 64 * 1024;

/** Only the last part of a name is kept: a path tells about the sender's machine. */
export function toImportFile(filename: string, bytes: Uint8Array): ImportFile {
  const name = filename.split(/[\\/]/).at(-1) ?? "";
  return { name: name === "" ? "file" : name, head: new TextDecoder().decode(bytes.subarray(0, headBytes)), bytes };
}
