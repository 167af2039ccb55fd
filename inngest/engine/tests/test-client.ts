import { Inngest } from "inngest";

export const signingKey = "signkey-prod-00112233445566778899aabbccddeeff";
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Inngest's SDK as the embedded executor is spoken to, but that it says nothing. What it sends goes to `answer`. */
export function testClient(answer: typeof fetch): Inngest {
  return new Inngest({ id: "app", isDev: false, eventKey: "embedded", baseUrl: "http://embedded.local", signingKey, logger: silent, fetch: answer });
}
