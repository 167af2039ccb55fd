/** What a receiver does with a message, without any library. A test runs both. */
export const verifySnippets = {
  node: `import { createHmac, timingSafeEqual } from "node:crypto";

// body: the request's text as it came, before it is parsed
export function verify(headers, body, secret) {
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signatures } = headers;
  if (Math.abs(Date.now() / 1000 - Number(at)) > 300) throw new Error("too old");
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const expected = createHmac("sha256", key).update(\`\${id}.\${at}.\${body}\`).digest();
  const isRight = signatures.split(" ").some((one) => {
    const given = Buffer.from(one.replace("v1,", ""), "base64");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isRight) throw new Error("not from CloudViz");
  return JSON.parse(body);
}
`,
  python: `import base64, hashlib, hmac, json, time

# body: the request's bytes as they came, before they are parsed
def verify(headers, body, secret):
    at = headers["webhook-timestamp"]
    if abs(time.time() - int(at)) > 300:
        raise ValueError("too old")
    key = base64.b64decode(secret[len("whsec_"):])
    signed = f"{headers['webhook-id']}.{at}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    if not any(hmac.compare_digest(one, expected) for one in headers["webhook-signature"].split(" ")):
        raise ValueError("not from CloudViz")
    return json.loads(body)
`,
} as const;
