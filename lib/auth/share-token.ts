import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits, as 43 characters that need no escaping in an address. */
export function makeShareToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token. The token is as random as the hash is long, so neither salt nor slowness would add anything. */
export function hashShareToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** In the same time wherever they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one, "utf8"), Buffer.from(other, "utf8")];
  return first.length === second.length && timingSafeEqual(first, second);
}
