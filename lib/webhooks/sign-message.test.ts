import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { isSecret, makeSecret } from "./secret";
import { signMessage } from "./sign-message";

const body = '{"type":"webhook.test","data":{"name":"Zürich 🗻"}}';

test("signs as the specification's example does", () => {
  const example = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: new Date(1614265330 * 1000), body: '{"test": 2432232314}', secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"] };
  expect(signMessage(example)).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("during a rotation each of two secrets verifies, a third does not", () => {
  const [present, old, other] = [makeSecret(), makeSecret(), makeSecret()];
  const headers = signMessage({ id: "msg_1", at: new Date(), body, secrets: [present, old] });
  expect(headers["webhook-signature"]?.split(" ")).toHaveLength(2);
  for (const secret of [present, old]) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(other).verify(body, headers)).toThrow();
  expect(() => new Webhook(present).verify(`${body} `, headers)).toThrow();
});

test("a secret is whsec_ and 24 to 64 bytes", () => {
  const ofBytes = (count: number) => `whsec_${Buffer.alloc(count, 7).toString("base64")}`;
  expect(Buffer.from(makeSecret().slice(6), "base64")).toHaveLength(32);
  for (const right of [makeSecret(), ofBytes(24), ofBytes(64)]) expect(isSecret(right), right).toBe(true);
  for (const wrong of ["", "whsec_", ofBytes(23), ofBytes(65), makeSecret().slice(6), `${ofBytes(32)}!`, ofBytes(24).replace("B", "_"), "whsec_a"]) expect(isSecret(wrong), wrong).toBe(false);
});
