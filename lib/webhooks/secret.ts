import { randomBytes } from "node:crypto";

const prefix = "whsec_";
const madeBytes = 32;
const fewestBytes = 24;
const mostBytes = 64;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** `whsec_` and 32 random bytes as base64. */
export function makeSecret(): string {
  return prefix + randomBytes(madeBytes).toString("base64");
}

/** Whether it is one after the specification: 24 to 64 bytes. */
export function isSecret(text: string): boolean {
  const encoded = text.slice(prefix.length);
  if (!text.startsWith(prefix) || !base64.test(encoded)) return false;
  const { length } = Buffer.from(encoded, "base64");
  return length >= fewestBytes && length <= mostBytes;
}

/** The bytes that sign. */
export function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), "base64");
}
