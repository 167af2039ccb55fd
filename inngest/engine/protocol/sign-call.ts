import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";

/** The value of `x-inngest-signature` for a JSON body (RFC 8785), which the SDK takes for five minutes. */
export function signCall(body: unknown, signingKey: string, nowMs: number = Date.now()): string {
  const seconds = Math.floor(nowMs / 1_000);
  const key = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${seconds}&s=${createHmac("sha256", key).update(`${canonicalize(body) ?? ""}${seconds}`).digest("hex")}`;
}
