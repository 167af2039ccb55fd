import { createHash } from "node:crypto";

/** A short text that differs where any of the parts does: for ETags. */
export function digest(...parts: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
}
