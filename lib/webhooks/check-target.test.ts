import { expect, test } from "vitest";
import { CloudVizError } from "../core/error";
import { checkTarget } from "./check-target";

const resolveTo = (...addresses: string[]) => async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

async function refusal(url: string, addresses: string[] = ["1.1.1.1"], allowedCidrs: string[] = []): Promise<CloudVizError> {
  const error: unknown = await checkTarget(url, { allowedCidrs, resolve: resolveTo(...addresses) }).then(() => null, (thrown: unknown) => thrown);
  if (!(error instanceof CloudVizError)) throw new Error(`${url} was not refused: ${String(error)}`);
  expect(error).toMatchObject({ code: "invalid-request", details: [{ pointer: "/url" }] });
  return error;
}

test("a public name with https is a target with its addresses, asked for once", async () => {
  let asked = 0;
  const resolve = (name: string) => (asked++, expect(name).toBe("hooks.example"), resolveTo("1.1.1.1", "2606:4700:4700::1111")());
  const target = await checkTarget("https://hooks.example:8443/in?x=1", { allowedCidrs: [], resolve });
  expect(target).toMatchObject({ hostname: "hooks.example", addresses: [{ address: "1.1.1.1" }, { address: "2606:4700:4700::1111" }] });
  expect(asked).toBe(1);
});

test.each([
  ["no URL", "hooks.example/in"],
  ["another protocol", "ftp://hooks.example/in"],
  ["a file", "file:///etc/passwd"],
  ["a user name", "https://me@hooks.example/in"],
  ["a password", "https://me:secret@hooks.example/in"],
])("%s is refused", async (_name, url) => {
  expect((await refusal(url)).message).not.toContain("secret");
});

test("http is only for listed ranges", async () => {
  expect((await refusal("http://hooks.example/in")).message).toContain("https://");
  await expect(checkTarget("http://n8n.internal/in", { allowedCidrs: ["10.0.0.0/8"], resolve: resolveTo("10.1.2.3") })).resolves.toMatchObject({ hostname: "n8n.internal" });
  await refusal("http://n8n.internal/in", ["10.1.2.3", "1.1.1.1"], ["10.0.0.0/8"]);
});

test.each([
  "http://127.0.0.1/", "https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f.0.0.1/", "https://0177.0.0.1/", "https://0/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:7f00:1]/", "https://169.254.169.254/latest/meta-data", "https://[fd00:ec2::254]/", "https://[64:ff9b::a9fe:a9fe]/", "https://①②⑦.0.0.1/",
])("%s is refused, and the variable named", async (url) => {
  expect((await refusal(url)).message).toContain("CLOUDVIZ_WEBHOOK_ALLOW_CIDRS");
});

test("one address that is not allowed is enough", async () => {
  const { message } = await refusal("https://hooks.example/in", ["1.1.1.1", "169.254.169.254"]);
  expect(message).toContain("hooks.example (169.254.169.254) is no public address (link-local)");
  await refusal("https://hooks.example/in", []);
});

test("a name that is not known is told as such", async () => {
  const unknown = checkTarget("https://hooks.example/in", { allowedCidrs: [], resolve: () => Promise.reject(new Error("ENOTFOUND")) });
  await expect(unknown).rejects.toThrow("The name hooks.example cannot be resolved");
  await expect(checkTarget("https://localhost/in", { allowedCidrs: [] })).rejects.toThrow("CLOUDVIZ_WEBHOOK_ALLOW_CIDRS");
});
