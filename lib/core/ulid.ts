const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const timeLength = 10;
const randomLength = 16;

/**
 * A 26-character ULID: 48 bits of milliseconds, then 80 random bits, so that ids sort by the time they were made.
 * Two of the same millisecond are in no particular order.
 */
export function ulid(nowMs: number = Date.now()): string {
  let time = "";
  for (let rest = nowMs; time.length < timeLength; rest = Math.floor(rest / 32)) time = alphabet.charAt(rest % 32) + time;
  let random = "";
  // 256 is a multiple of 32: taking the low 5 bits of a byte favours no character.
  for (const byte of crypto.getRandomValues(new Uint8Array(randomLength))) random += alphabet.charAt(byte & 31);
  return time + random;
}

export type IdPrefix = "con" | "job" | "dgm" | "sch" | "whk" | "msg" | "shr";

/** Such as `con_` and a ULID. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${ulid()}`;
}
