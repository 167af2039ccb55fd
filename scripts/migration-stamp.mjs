import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./project.mjs";

const stamp = path.join(root, "node_modules", ".cloudviz", "migrate");
const migrations = path.join(root, "prisma", "migrations");

/** Whether the last database that was migrated is the one of now, with the migrations of now. */
export function isMigrated(env = process.env) {
  if (!env.DATABASE_URL && !existsSync(path.join(dataDir(env), "database"))) return false;
  return existsSync(stamp) && readFileSync(stamp, "utf8") === state(env);
}

export function noteMigrated(env = process.env) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, state(env));
}

function dataDir(env) {
  return path.resolve(root, env.CLOUDVIZ_DATA_DIR || ".cloudviz");
}

/** Hashed, because a database's address holds its password. .env files may name another database. */
function state(env) {
  const hash = createHash("sha256").update(`${env.DATABASE_URL ?? ""}\0${dataDir(env)}\0`);
  for (const file of [".env", ".env.local", ".env.production", ".env.production.local"].filter((name) => existsSync(path.join(root, name)))) {
    hash.update(file).update(readFileSync(path.join(root, file)));
  }
  for (const folder of readdirSync(migrations).sort()) {
    const file = path.join(migrations, folder, "migration.sql");
    if (existsSync(file)) hash.update(folder).update(readFileSync(file));
  }
  return hash.digest("hex");
}
