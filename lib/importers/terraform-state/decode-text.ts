import { CloudVizError } from "../../core/error";

/** Bytes → text without a byte order mark. PowerShell's `>` writes UTF-16, so that is read too; archives are refused. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0x1f && second === 0x8b) throw binary("a gzip archive: unpack it first");
  if (first === 0x50 && second === 0x4b) throw binary("a zip archive: unpack it first");
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.trim() === "") throw new CloudVizError("unreadable-file", "The file is empty. Export the state again: `terraform state pull > terraform.tfstate`.");
  if (text.includes("\0")) throw binary("binary data");
  return text;
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}

function binary(what: string): CloudVizError {
  return new CloudVizError("unreadable-file", `This is not a Terraform state but ${what}. A state is a JSON text file; \`terraform state pull\` prints it.`);
}
