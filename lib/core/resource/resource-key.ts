import { createHash } from "node:crypto";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const keyLength = 26;

/** `res_` and 26 base32 characters (130 bits) of the id's SHA-256: what stands for the id in URLs. */
export function resourceKey(id: string): string {
  const digest = createHash("sha256").update(id).digest();
  let key = "res_";
  for (let index = 0; index < keyLength; index++) {
    const bit = index * 5;
    const pair = (digest.readUInt8(bit >> 3) << 8) | digest.readUInt8((bit >> 3) + 1);
    key += alphabet.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return key;
}
