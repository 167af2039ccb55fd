// npx tsx prisma/new-migration.ts NAME: writes what schema.prisma has and the migrations have not as the next migration.
// Read it before committing it: a renamed column is a dropped and an added one to the engine.
import fs from "node:fs";
import path from "node:path";
import { diffSchema, migrationsDirectory } from "./schema-diff";

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error("usage: npx tsx prisma/new-migration.ts name_in_snake_case");
  process.exit(2);
}
const sql = await diffSchema();
if (sql === "") {
  console.error("schema.prisma and the migrations agree: nothing to write");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const directory = path.join(migrationsDirectory, `${stamp}_${name}`);
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(path.join(directory, "migration.sql"), `${sql}\n`);
  process.stdout.write(`${directory}\n`);
}
