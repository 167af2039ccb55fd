import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";

/** What only the server may hold: cloud SDKs, the database, sealing, drawing engines of exports. */
const serverOnly = ["GetCallerIdentity", "DescribeInstances", "PrismaClient", "pglite", "pg_advisory_xact_lock", "createDecipheriv", "aes-256-gcm", "terraform state pull"];

function scripts(folder: string): string[] {
  const files = readdirSync(path.join(import.meta.dirname, "..", ".next", folder), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".js")).map((file) => readFileSync(path.join(import.meta.dirname, "..", ".next", folder, file), "utf8"));
}

test("nothing of the server is in what the browser loads", () => {
  const client = scripts("static");
  expect(client.length).toBeGreaterThan(5);
  const found = serverOnly.filter((marker) => client.some((text) => text.includes(marker)));
  expect(found).toEqual([]);
  const server = scripts("server");
  const seen = serverOnly.filter((marker) => server.some((text) => text.includes(marker)));
  expect(seen, "the markers are in the server's part, so the search can find them").toEqual(serverOnly);
});
