import { CloudVizError } from "../../core/error";

/** What the words of an error need to know of the kind of file. */
export interface FileWords {
  /** "a Terraform state" */
  what: string;
  /** How to get the file anew: "`terraform state pull` prints it". */
  again: string;
}

/** The file's text as UTF-8 without a byte order mark: PowerShell's `>` writes UTF-16. Archives, binary data and nothing at all are refused. */
export function utf8Of(bytes: Uint8Array, { what, again }: FileWords): Uint8Array {
  const refused = (is: string) => new CloudVizError("unreadable-file", `This is not ${what} but ${is}. It is a JSON text file; ${again}.`);
  const [first, second, third] = bytes;
  if (first === 0x1f && second === 0x8b) throw refused("a gzip archive: unpack it first");
  if (first === 0x50 && second === 0x4b) throw refused("a zip archive: unpack it first");
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const text = isWide ? new TextEncoder().encode(new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be").decode(bytes)) : bytes;
  const marked = !isWide && first === 0xef && second === 0xbb && third === 0xbf ? text.subarray(3) : text;
  if (!marked.some((byte) => byte > 0x20)) throw new CloudVizError("unreadable-file", `The file is empty. Export it again: ${again}.`);
  if (marked.includes(0)) throw refused("binary data");
  return marked;
}
