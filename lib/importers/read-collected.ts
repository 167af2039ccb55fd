import type { Collected } from "../core/resource/collected";
import type { Importer } from "./importer";

const headBytes = 65_536;

/** All that an importer yields for a file given as bytes or text. */
export async function readCollected(importer: Importer, name: string, content: Uint8Array | string): Promise<Collected[]> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const collected: Collected[] = [];
  for await (const item of importer.read({ name, head: headOf(bytes), bytes }).collected) collected.push(item);
  return collected;
}

/** The first 64 KiB as text, as `recognizes` wants it. */
export function headOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, headBytes));
}
