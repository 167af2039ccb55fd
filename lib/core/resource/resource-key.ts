import { createHash } from "node:crypto";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const prefix = "res_";
const keyLength = 26;
const letters = Buffer.from(prefix.padEnd(prefix.length + keyLength));

/** `res_` and 26 base32 characters (130 bits) of the id's SHA-256: what stands for the id in URLs. */
export function resourceKey(id: string): string {
  const digest = createHash("sha256").update(id).digest();
  // Put together in a buffer: text grown letter by letter keeps every step of it, 650 bytes a key.
  for (let index = 0; index < keyLength; index++) {
    const bit = index * 5;
    const pair = (digest.readUInt8(bit >> 3) << 8) | digest.readUInt8((bit >> 3) + 1);
    letters[prefix.length + index] = alphabet.charCodeAt((pair >> (11 - (bit & 7))) & 31);
  }
  return letters.toString("latin1");
}
