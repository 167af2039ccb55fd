import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, expect, test } from "vitest";
import { testMessage } from "../../lib/core/webhook/webhook-messages";
import { checkTarget } from "../../lib/webhooks/check-target";
import { post } from "../../lib/webhooks/post";
import { makeSecret } from "../../lib/webhooks/secret";
import { sendMessage } from "../../lib/webhooks/send-message";
import { Receiver, webhookHeaders } from "./receiver";

const closing: { close: () => void }[] = [];
afterEach(() => {
  for (const one of closing.splice(0)) one.close();
});

async function receiver(...[answer]: ConstructorParameters<typeof Receiver>): Promise<Receiver> {
  const made = await new Receiver(answer).listen();
  closing.push(made);
  return made;
}

const allowedCidrs = ["127.0.0.0/8"];
const secrets = [makeSecret()];
const message = testMessage("whk_1");

function send(url: string, options: Partial<Parameters<typeof sendMessage>[1]> = {}) {
  return sendMessage({ id: "msg_1", url, message, secrets }, { allowedCidrs, ...options });
}

test("what arrives verifies with the specification's own library", async () => {
  const { url, received } = await receiver((response) => response.writeHead(204).end());
  expect(await send(url)).toEqual({ status: 204, error: null, answer: "", retryAfterMs: null });
  const [one] = received;
  if (one === undefined) throw new Error("nothing arrived");
  expect(one).toMatchObject({ method: "POST", path: "/hooks?from=cloudviz", headers: { "content-type": "application/json", "webhook-id": "msg_1", host: new URL(url).host } });
  expect(new Webhook(secrets[0] ?? "").verify(one.body, webhookHeaders(one))).toEqual(message);
  expect(Object.keys(JSON.parse(one.body) as object)).toEqual(["type", "timestamp", "data"]);
});

test("an error, a receiver that is gone and one that has us wait are told apart", async () => {
  const { url } = await receiver((response, _received, before) => response.writeHead([500, 410, 429, 503, 500][before] ?? 200, { "retry-after": "7" }).end("no"));
  expect(await send(url)).toEqual({ status: 500, error: "Answered 500.", answer: "no", retryAfterMs: null });
  expect(await send(url)).toMatchObject({ status: 410, error: expect.stringContaining("nobody wants") as string });
  expect(await send(url)).toMatchObject({ status: 429, retryAfterMs: 7000 });
  expect(await send(url)).toMatchObject({ status: 503, retryAfterMs: 7000 });
});

test("a redirect is not followed, wherever it leads", async () => {
  const inside = await receiver((response) => response.end("secret"));
  for (const status of [301, 302, 303, 307, 308]) {
    const { url, received } = await receiver((response) => response.writeHead(status, { location: inside.url }).end());
    expect(await send(url)).toMatchObject({ status, error: expect.stringContaining("redirects are not followed") as string });
    expect(received).toHaveLength(1);
  }
  expect(inside.received).toHaveLength(0);
});

test("a receiver that hangs is left after the timeout, before an answer and in the middle of one", async () => {
  const silent = await receiver(() => undefined);
  expect(await send(silent.url, { timeoutMs: 100 })).toEqual({ status: null, error: "There was no answer within 0.1 seconds.", answer: null, retryAfterMs: null });
  const half = await receiver((response) => response.writeHead(200).write("begun"));
  expect(await send(half.url, { timeoutMs: 300 })).toMatchObject({ status: 200, error: null, answer: "begun" });
});

test("of a huge answer only the beginning is read, and of it only text kept", async () => {
  let written = 0;
  const { url } = await receiver((response) => {
    response.writeHead(200);
    const more = () => {
      if (response.destroyed) return;
      written += 16 * 1024;
      if (written > 200 * 1024 * 1024) response.end();
      else if (response.write("\u0000<b>".repeat(4 * 1024))) setImmediate(more);
      else response.once("drain", more);
    };
    more();
  });
  const { answer, error } = await send(url);
  expect(error).toBeNull();
  expect(answer).toHaveLength(1000);
  expect(answer?.startsWith("\uFFFD<b>\uFFFD<b>")).toBe(true);
  expect(written).toBeLessThan(20 * 1024 * 1024);
});

test("nobody there, a broken connection and a certificate that is none are told in words", async () => {
  const gone = await new Receiver(() => undefined).listen();
  const { url } = gone;
  gone.close();
  expect((await send(url)).error).toContain("connection refused");
  const breaking = await receiver((response) => response.destroy());
  expect((await send(breaking.url)).error).toContain("broke off");
  const plain = await receiver((response) => response.end());
  expect((await send(plain.url.replace("http:", "https:"))).error).toMatch(/certificate|failed/);
});

test("an address that is not allowed is never connected to", async () => {
  const { url, received } = await receiver((response) => response.end());
  expect((await send(url, { allowedCidrs: [] })).error).toContain("CLOUDVIZ_WEBHOOK_ALLOW_CIDRS");
  expect((await send(url.replace("127.0.0.1", "localhost"), { allowedCidrs: ["10.0.0.0/8"] })).error).toContain("CLOUDVIZ_WEBHOOK_ALLOW_CIDRS");
  expect(received).toHaveLength(0);
});

test("a name that answers differently the second time is connected to where it was checked", async () => {
  const checked = await receiver((response) => response.end("checked"));
  let asked = 0;
  const resolve = async () => [{ address: ++asked === 1 ? "127.0.0.1" : "169.254.169.254", family: 4 }];
  const url = `http://hooks.test:${checked.port}/in`;
  expect(await send(url, { resolve })).toMatchObject({ status: 200, answer: "checked" });
  expect(asked).toBe(1);
  expect(checked.received[0]?.headers.host).toBe(`hooks.test:${checked.port}`);
  // The next attempt asks again, and refuses.
  expect((await send(url, { resolve })).error).toContain("169.254.169.254");
  expect(checked.received).toHaveLength(1);
});

test("TLS asks for the name of the URL, at the checked address", async () => {
  let hello = "";
  const server = createServer((socket) => socket.once("data", (bytes) => ((hello = bytes.toString("latin1")), socket.destroy())));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(server);
  const { port } = server.address() as AddressInfo;
  const target = await checkTarget(`https://hooks.test:${port}/in`, { allowedCidrs, resolve: async () => [{ address: "127.0.0.1", family: 4 }] });
  await expect(post(target, { headers: {}, body: "{}", signal: AbortSignal.timeout(5000) })).rejects.toThrow();
  expect(hello).toContain("hooks.test");
});
