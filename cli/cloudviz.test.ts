import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventory } from "../lib/core/resource/inventory";
import { emptyDatabaseOfOwn } from "../lib/db/test-data-directory";
import { terraformState } from "../lib/scenarios/terraform-state";
import { organization, organizationAssets, projectNumbers } from "../tests/stand-in-gcp/organization";
import { serviceAccountKey } from "../tests/stand-in-gcp/service-account-key";
import { startGcp } from "../tests/stand-in-gcp/start-gcp";

const bin = path.resolve(import.meta.dirname, "cloudviz.mjs");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cloudviz-cli-"));
  writeFileSync(path.join(folder, "one.tfstate"), terraformState(30));
  writeFileSync(path.join(folder, "two.tfstate"), terraformState(5));
  writeFileSync(path.join(folder, "broken.tfstate"), `{"version": 4, "resources": [`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

function cloudviz(args: string[], options: { env?: Record<string, string>; stdin?: string } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...args], { cwd: folder, env: { ...process.env, ...options.env }, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, stdout, stderr }),
    );
    child.stdin?.end(options.stdin ?? "");
  });
}

describe("cloudviz render", () => {
  it("writes the inventory as JSON to standard output and nothing else", async () => {
    const { code, stdout, stderr } = await cloudviz(["render", "one.tfstate", "--format", "json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { resources, edges } = inventory.parse(JSON.parse(stdout));
    expect(resources).toHaveLength(30);
    expect(resources.every((resource) => resource.origin?.kind === "terraform-state")).toBe(true);
    expect(edges.map((edge) => edge.kind)).toContain("contains");
  });

  it("makes one graph of several files", async () => {
    writeFileSync(path.join(folder, "other.tfstate"), terraformState(5).replaceAll("stack_0", "other_0").replaceAll("-0", "-7"));
    const { stdout } = await cloudviz(["render", "one.tfstate", "other.tfstate", "--format", "json"]);
    expect(inventory.parse(JSON.parse(stdout)).resources).toHaveLength(35);
    const twice = await cloudviz(["render", "one.tfstate", "two.tfstate", "--format", "json"]);
    // The five resources of the second file are the first one's.
    expect(inventory.parse(JSON.parse(twice.stdout)).resources).toHaveLength(30);
  });

  it("draws only what a filter holds for, with the frames around it", async () => {
    const { code, stdout, stderr } = await cloudviz(["render", "one.tfstate", "--format", "json", "--filter", "type:*::Subnet AND NOT name:nothing"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const types = new Set(inventory.parse(JSON.parse(stdout)).resources.map(({ type }) => type));
    expect(types).toEqual(new Set(["AWS::EC2::VPC", "AWS::EC2::Subnet"]));
  });

  it("says when a filter holds for nothing", async () => {
    const { code, stderr } = await cloudviz(["render", "one.tfstate", "--filter", "-type:*"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "cloudviz: The filter holds for none of the 30 resources.\n" });
  });

  it("points at what cannot be read of a filter, before any work", async () => {
    const { code, stdout, stderr } = await cloudviz(["render", "none.tfstate", "--filter", "web AND regoin:us-*"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/"regoin" at position 9.*Did you mean region\?/);
    expect(stderr).toContain(`\n  web AND regoin:us-*\n          ^^^^^^\n`);
  });

  it("writes a file where the person stands, whole", async () => {
    const { code, stdout } = await cloudviz(["render", "one.tfstate", "--theme", "dark", "-O", "legend=false", "-o", "one.svg"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(readFileSync(path.join(folder, "one.svg"), "utf8")).toMatch(/^(<\?xml[^>]*>\s*)?<svg[\s\S]*<\/svg>\s*$/);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("draws with the layouts and themes of a configuration", async () => {
    const env = { CLOUDVIZ_CONFIG: "examples/cloudviz.config.ts" };
    const drawn = await cloudviz(["render", "one.tfstate", "--format", "svg", "--layout", "columns", "--theme", "blueprint"], { env });
    expect({ code: drawn.code, stderr: drawn.stderr }).toEqual({ code: 0, stderr: "" });
    expect(drawn.stdout).toContain("#0f2e52");
    const without = await cloudviz(["render", "one.tfstate", "--format", "svg", "--layout", "columns"]);
    expect(without.code).not.toBe(0);
    expect(without.stderr).toContain("--layout cannot be \"columns\". Choose one of: hierarchical");
    const missing = await cloudviz(["render", "one.tfstate"], { env: { CLOUDVIZ_CONFIG: "no-such.ts" } });
    expect(missing.stderr).toContain("CLOUDVIZ_CONFIG is no-such.ts, and there is no such file");
  });

  it("takes the person's folder from npm", async () => {
    const elsewhere = path.resolve(import.meta.dirname, "..");
    const npm = { npm_lifecycle_event: "cloudviz", INIT_CWD: folder };
    const ended = await new Promise<number | null>((resolve) => {
      spawn(process.execPath, [bin, "render", "one.tfstate", "-o", "from-npm.mmd"], { cwd: elsewhere, env: { ...process.env, ...npm }, stdio: "ignore" }).once("close", resolve);
    });
    expect(ended).toBe(0);
    expect(readFileSync(path.join(folder, "from-npm.mmd"), "utf8")).toMatch(/^flowchart /m);
  });

  it("reads standard input", async () => {
    const { code, stdout } = await cloudviz(["render", "-"], { stdin: terraformState(5) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^flowchart /m);
  });

  it("ends quietly when nobody reads on", async () => {
    const child = spawn(process.execPath, [bin, "render", "one.tfstate", "--format", "json"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
    expect(stderr).toBe("");
  });

  it.each([
    ["a file that is not there", ["render", "none.tfstate"], /none\.tfstate could not be read/],
    ["a folder", ["render", "."], /is a folder/],
    ["a broken file", ["render", "broken.tfstate"], /JSON/],
    ["an output that cannot be written", ["render", "two.tfstate", "-o", "no/such/folder.mmd"], /could not be written/],
  ])("ends with 1 for %s", async (_, args, message) => {
    const { code, stdout, stderr } = await cloudviz(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("refuses a file that is too large before parsing it", async () => {
    const { code, stderr } = await cloudviz(["render", "one.tfstate"], { env: { CLOUDVIZ_MAX_IMPORT_MB: "0.001" } });
    expect(code).toBe(1);
    expect(stderr).toContain("CLOUDVIZ_MAX_IMPORT_MB");
  });

  it.each([
    ["no file", ["render"]],
    ["an unknown format", ["render", "one.tfstate", "--format", "nope"]],
    ["an unknown theme", ["render", "one.tfstate", "--theme", "nope"]],
    ["an unknown command", ["draw"]],
    ["an unknown option", ["render", "one.tfstate", "--nope"]],
    ["standard input twice", ["render", "-", "-"]],
    ["an unknown provider", ["discover", "nope"]],
    ["no region", ["discover", "aws", "--regions", ","]],
  ])("ends with 2 for %s", async (_, args) => {
    const { code, stdout, stderr } = await cloudviz(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).not.toBe("");
  });
});

it("tells its version", async () => {
  expect(await cloudviz(["--version"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
});

describe("cloudviz discover", () => {
  it("draws an organisation of Google Cloud, by the credentials that Google's own tools use", async () => {
    const gcp = await startGcp(organizationAssets, { numbers: projectNumbers });
    const key = path.join(folder, "key.json");
    writeFileSync(key, JSON.stringify(serviceAccountKey));
    const { code, stdout, stderr } = await cloudviz(["discover", "gcp", "--scopes", organization, "--projects", "shop-test", "--endpoint", gcp.url, "--format", "json"], { env: { GOOGLE_APPLICATION_CREDENTIALS: key } });
    await gcp.close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(inventory.parse(JSON.parse(stdout)).resources.map(({ name }) => name).sort()).toEqual(["Retail", "audit", "example.com", "front", "main", "shop-prod", "shop-test", "web"]);
  });

  it("ends with 130 when it is interrupted", async () => {
    // Nothing answers on port 9: the SDK goes on trying until the signal.
    const env = { ...process.env, AWS_ENDPOINT_URL: "http://127.0.0.1:9", AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing", AWS_REGION: "eu-west-1" };
    const child = spawn(process.execPath, [bin, "discover", "aws", "--regions", "eu-west-1"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    // Commander, the options and the provider's table are loaded in about a second; the SDK's retries take half a minute.
    const timer = setTimeout(() => child.kill("SIGINT"), 5000);
    const code = await new Promise((resolve) => child.once("close", resolve));
    clearTimeout(timer);
    expect(code).toBe(130);
  });
});

describe("cloudviz backup and restore", () => {
  it("carries a database over", async () => {
    const from = { DATABASE_URL: "", CLOUDVIZ_DATA_DIR: await emptyDatabaseOfOwn() };
    const to = { DATABASE_URL: "", CLOUDVIZ_DATA_DIR: await emptyDatabaseOfOwn() };
    const saved = await cloudviz(["backup", "saved.backup"], { env: from });
    expect(saved).toMatchObject({ code: 0, stdout: "" });
    expect(saved.stderr).toMatch(/rows written to saved\.backup/);
    expect(readdirSync(folder)).toContain("saved.backup");
    const restored = await cloudviz(["restore", "saved.backup"], { env: to });
    expect(restored).toMatchObject({ code: 0, stdout: "" });
    expect(restored.stderr).toMatch(/rows restored/);
  }, 120_000);

  it("refuses what is no backup", async () => {
    const { code, stderr } = await cloudviz(["restore", "one.tfstate"], { env: { DATABASE_URL: "", CLOUDVIZ_DATA_DIR: await emptyDatabaseOfOwn() } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/backup/);
  }, 120_000);
});
