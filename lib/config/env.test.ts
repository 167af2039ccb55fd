import { expect, test } from "vitest";
import { CloudVizError } from "../core/error";
import { readEnv } from "./env";

function refusal(variables: Record<string, string>): CloudVizError {
  try {
    readEnv(variables);
  } catch (error) {
    if (error instanceof CloudVizError) return error;
    throw error;
  }
  throw new Error("was accepted");
}

test("has a default for everything, also when a variable is empty", () => {
  expect(readEnv({ PORT: "", LOG_LEVEL: " " })).toEqual({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: null,
    dataDir: "./.cloudviz",
    maxImportMb: 100,
    allowedHosts: [],
    webhookAllowCidrs: [],
    inngest: null,
    isDevelopment: false,
    logLevel: "info",
  });
});

test("reads what is set", () => {
  const read = readEnv({ PORT: "8080", HOST: "[::1]", CLOUDVIZ_ALLOWED_HOSTS: "Viz.example:8443, other", CLOUDVIZ_MAX_IMPORT_MB: "0.5" });
  expect(read).toMatchObject({ port: 8080, host: "::1", allowedHosts: ["viz.example:8443", "other"], maxImportMb: 0.5 });
});

test("tells every wrong variable at once, by name", () => {
  const error = refusal({ PORT: "http", HOST: "0.0.0.0", DATABASE_URL: "mysql://root:hunter2@db/x", LOG_LEVEL: "loud", CLOUDVIZ_MAX_IMPORT_MB: "-1" });
  expect(error.details.map((detail) => detail.pointer).sort()).toEqual(["CLOUDVIZ_MAX_IMPORT_MB", "DATABASE_URL", "HOST", "LOG_LEVEL", "PORT"]);
  expect(error.message).toContain("HOST: only a loopback address");
  expect(error.message).not.toContain("hunter2");
});

test("reads the ranges that webhooks may reach, and refuses what is none", () => {
  expect(readEnv({ CLOUDVIZ_WEBHOOK_ALLOW_CIDRS: "127.0.0.0/8, FD00::/8" }).webhookAllowCidrs).toEqual(["127.0.0.0/8", "fd00::/8"]);
  for (const wrong of ["127.0.0.1", "10.0.0.0/33", "10.0.0.0/8, localhost"]) expect(refusal({ CLOUDVIZ_WEBHOOK_ALLOW_CIDRS: wrong }).message).toContain("CLOUDVIZ_WEBHOOK_ALLOW_CIDRS");
});

test("takes Inngest's three variables together, and says which is missing", () => {
  const three = { INNGEST_BASE_URL: "http://127.0.0.1:8288", INNGEST_EVENT_KEY: "event", INNGEST_SIGNING_KEY: "signkey-prod-0123" };
  expect(readEnv(three).inngest).toEqual({ baseUrl: "http://127.0.0.1:8288", eventKey: "event", signingKey: "signkey-prod-0123" });
  const error = refusal({ INNGEST_BASE_URL: three.INNGEST_BASE_URL, INNGEST_SIGNING_KEY: three.INNGEST_SIGNING_KEY, INNGEST_EVENT_KEY: "" });
  expect(error.details.map((detail) => detail.pointer)).toEqual(["INNGEST_EVENT_KEY"]);
  expect(error.message).not.toContain("0123");
  expect(refusal({ ...three, INNGEST_BASE_URL: "inngest" }).message).toContain("INNGEST_BASE_URL: must be the address");
});

test.each(["127.0.0.1", "127.1.2.3", "localhost", "::1"])("listens on %s", (host) => {
  expect(readEnv({ HOST: host }).host).toBe(host);
});

test.each(["0.0.0.0", "::", "192.168.1.4", "example.org", "127.0.0.1.example.org", "localhost.evil"])("refuses to listen on %s", (host) => {
  expect(refusal({ HOST: host }).message).toContain("HOST");
});
