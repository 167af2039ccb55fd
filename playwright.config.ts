import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.mjs";
import { loopbackCertificate } from "./tests/stand-in-azure/loopback-certificate";

// Playwright reads this file again in every worker: what is chosen here once is handed on through the environment.
const freePort = "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})";
process.env.CLOUDVIZ_E2E_PORT ??= execFileSync(process.execPath, ["-e", freePort], { encoding: "utf8" }).trim();
// Where the server looks for AWS. The specs that want one start it there: e2e/fixtures/aws-stand-in.ts.
process.env.CLOUDVIZ_E2E_AWS_PORT ??= execFileSync(process.execPath, ["-e", freePort], { encoding: "utf8" }).trim();
process.env.CLOUDVIZ_E2E_DATA_DIR ??= temporaryFolder();
// What a cloud of ours that speaks https shows, and the server trusts: e2e/fixtures/azure-stand-in.ts.
process.env.CLOUDVIZ_E2E_CERTIFICATE ??= await certificateFile();
const port = process.env.CLOUDVIZ_E2E_PORT;
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // With a configuration of their own, that starts no server.
  testIgnore: "formats/**",
  outputDir: "test-results/e2e",
  // One server with one database, and two cores: the specs take turns.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI === "true",
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    // Its film of every moment takes as much of the processor as everything else together (59 instead of 35 s for two journeys),
    // the page's nodes of every moment a twentieth. `--trace=on` records both, for the test that failed.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      ...executable(findBrowser()),
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    // The real start script and the production build: what people run is what is tested.
    command: `"${process.execPath}" scripts/start.mjs --no-build`,
    url: baseURL,
    env: {
      HOST: "127.0.0.1",
      PORT: port,
      CLOUDVIZ_DATA_DIR: process.env.CLOUDVIZ_E2E_DATA_DIR,
      DATABASE_URL: "",
      LOG_LEVEL: "warn",
      // The specs' own receivers of webhooks.
      CLOUDVIZ_WEBHOOK_ALLOW_CIDRS: "127.0.0.0/8",
      NODE_EXTRA_CA_CERTS: process.env.CLOUDVIZ_E2E_CERTIFICATE,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${process.env.CLOUDVIZ_E2E_AWS_PORT}`,
    },
    timeout: 120_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 8000 },
  },
});

/** Playwright would look for its own download when the path is undefined, so the key is left out. */
function executable(executablePath: string | null): { executablePath?: string } {
  return executablePath === null ? {} : { executablePath };
}

/** Certificate and key. */
async function certificateFile(): Promise<string> {
  const file = path.join(temporaryFolder(), "loopback.pem");
  const { cert, key } = await loopbackCertificate();
  writeFileSync(file, `${cert}\n${key}`);
  return file;
}

/** It goes with the process that made it: a global teardown would take it from the server, which is stopped after that. */
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "cloudviz-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
