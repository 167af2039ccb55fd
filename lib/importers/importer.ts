import type { Collected } from "../core/resource/collected";
import type { Together } from "./together";

/** A file as it was handed over. `head` is its first 64 KiB as text, for recognising it by content. */
export interface ImportFile {
  name: string;
  head: string;
  bytes: Uint8Array;
}

/** What an importer says of the whole file, before its first resource. */
export interface ImportedFile {
  /** Stable across versions of the same file (a state's lineage), so that a second import replaces the first. */
  identity: string;
  /** What a person would call it. */
  title: string;
  collected: AsyncIterable<Collected>;
}

/**
 * One kind of file. `read` throws `CloudVizError` with code `unreadable-file` or `unsupported-version` before anything is
 * yielded when the file cannot be used; its message names the problem and the way out.
 */
export interface Importer {
  id: string;
  label: string;
  /** What makes such a file, for people to copy; what stands in <angle brackets> is theirs to fill in. */
  command: string;
  /** What it tells is not there yet: where something else tells of the same resource, that counts. */
  rank?: "plan";
  recognizes(file: Pick<ImportFile, "name" | "head">): boolean;
  /** `together`: of the import that this file is one file of. */
  read(file: ImportFile, together?: Together): ImportedFile;
}
