import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openVault } from "./vault";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cloudviz-vault-"));
});
afterEach(() => rm(folder, { recursive: true }));

const secret = JSON.stringify({ secretAccessKey: "canary-ä-😀" });

test("opens what it sealed, in a later process too", async () => {
  const sealed = await openVault(folder).seal("con_1", secret);
  expect(sealed).toMatch(/^v1\.[\w-]+$/);
  expect(sealed).not.toContain("canary");
  expect(await openVault(folder).open("con_1", sealed)).toBe(secret);
});

test("never seals the same way twice", async () => {
  const vault = openVault(folder);
  expect(await vault.seal("con_1", secret)).not.toBe(await vault.seal("con_1", secret));
});

test("does not open for another connection, changed, cut or with another key", async () => {
  const vault = openVault(folder);
  const sealed = await vault.seal("con_1", secret);
  const changed = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
  await expect(vault.open("con_2", sealed)).rejects.toMatchObject({ code: "unavailable" });
  await expect(vault.open("con_1", changed)).rejects.toMatchObject({ code: "unavailable" });
  await expect(vault.open("con_1", sealed.slice(0, 20))).rejects.toMatchObject({ code: "unavailable" });
  await expect(vault.open("con_1", "v2.x")).rejects.toMatchObject({ code: "unavailable" });
  await expect(openVault(path.join(folder, "other")).open("con_1", sealed)).rejects.toMatchObject({ code: "unavailable" });
});

test("the key file is readable by its owner only, and is tightened when it is not", async () => {
  const file = path.join(folder, "deep", "credentials.key");
  const vault = openVault(path.join(folder, "deep"));
  await vault.seal("con_1", secret);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await chmod(file, 0o644);
  await vault.seal("con_1", secret);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("sealing at once for the first time agrees on one key and leaves nothing else behind", async () => {
  const sealed = await Promise.all(Array.from({ length: 8 }, () => openVault(folder).seal("con_1", secret)));
  for (const text of sealed) expect(await openVault(folder).open("con_1", text)).toBe(secret);
  expect(await readdir(folder)).toEqual(["credentials.key"]);
});

test("a key file that is none is not overwritten", async () => {
  const file = path.join(folder, "credentials.key");
  await writeFile(file, "hello");
  await expect(openVault(folder).seal("con_1", secret)).rejects.toMatchObject({ code: "unavailable" });
  expect(await readFile(file, "utf8")).toBe("hello");
});
