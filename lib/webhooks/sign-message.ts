import { createHmac } from "node:crypto";
import { keyOf } from "./secret";

/** The headers of the Standard Webhooks specification: one signature for each secret, so that receivers can change over. */
export function signMessage({ id, body, at, secrets }: { id: string; body: string; at: Date; secrets: readonly string[] }): Record<string, string> {
  const timestamp = `${Math.floor(at.getTime() / 1000)}`;
  const signatures = secrets.map((secret) => `v1,${createHmac("sha256", keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest("base64")}`);
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
