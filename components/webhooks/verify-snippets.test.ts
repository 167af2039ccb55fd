import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeSecret } from "@/lib/webhooks/secret";
import { signMessage } from "@/lib/webhooks/sign-message";
import { verifySnippets } from "./verify-snippets";

const folder = mkdtempSync(path.join(tmpdir(), "cloudviz-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = makeSecret();
const body = '{"type":"webhook.test","data":{"name":"Zürich 🗻"}}';
const headers = signMessage({ id: "msg_1", at: new Date(), body, secrets: [makeSecret(), secret] });
const old = signMessage({ id: "msg_1", at: new Date(Date.now() - 3_600_000), body, secrets: [secret] });

/** Runs a snippet with what a receiver got; answers what it takes the message's type for, or its refusal. */
const run = {
  node(given: Record<string, string>, text: string, key: string): string {
    const file = path.join(folder, "verify.mjs");
    writeFileSync(file, `${verifySnippets.node}\nconst [headers, body, secret] = JSON.parse(process.argv[2]);\nconsole.log(verify(headers, body, secret).type);\n`);
    return said(spawnSync(process.execPath, [file, JSON.stringify([given, text, key])], { encoding: "utf8" }));
  },
  python(given: Record<string, string>, text: string, key: string): string {
    const file = path.join(folder, "verify.py");
    writeFileSync(file, `${verifySnippets.python}\nimport sys\nheaders, body, secret = json.loads(sys.argv[1])\nprint(verify(headers, body.encode(), secret)["type"])\n`);
    return said(spawnSync("python3", [file, JSON.stringify([given, text, key])], { encoding: "utf8" }));
  },
};

function said({ stdout, stderr }: { stdout: string; stderr: string }): string {
  return `${stdout}${/(too old|not from CloudViz)/.exec(stderr)?.[0] ?? stderr}`.trim();
}

const hasPython = spawnSync("python3", ["--version"]).status === 0;

test.for(["node", "python"] as const)("the snippet in %s accepts what is right and nothing else", (language, { skip }) => {
  if (language === "python" && !hasPython) skip("there is no Python");
  const verify = run[language];
  expect(verify(headers, body, secret)).toBe("webhook.test");
  expect(verify(headers, body.replace("test", "fake"), secret)).toBe("not from CloudViz");
  expect(verify(headers, body, makeSecret())).toBe("not from CloudViz");
  expect(verify({ ...headers, "webhook-id": "msg_2" }, body, secret)).toBe("not from CloudViz");
  expect(verify(old, body, secret)).toBe("too old");
});

test("the how-to shows the same", () => {
  const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/how-to/receive-webhooks.md"), "utf8");
  for (const text of Object.values(verifySnippets)) expect(page).toContain(text);
});
