import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationDirectory, MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

const here = import.meta.dirname;
export const migrationsDirectory = path.join(here, "migrations");

/**
 * The SQL that leads from the committed migrations to schema.prisma, worked out by Prisma's own schema engine (as
 * WebAssembly, on a database in memory: its native binary cannot be downloaded everywhere). Empty = they agree.
 */
export async function diffSchema(): Promise<string> {
  const schema = path.join(here, "schema.prisma");
  const files = [{ path: schema, content: fs.readFileSync(schema, "utf8") }];
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  await instantiate(engine);
  const shadow = new PGlite("memory://");
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factoryWith(shadow));
    const instance = await engine.SchemaEngine.new({ datamodels: [[schema, files[0]?.content ?? ""]] }, () => {}, adapter);
    const { stdout } = await instance.diff({
      from: { tag: "migrations", ...migrationList() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    await shadow.close();
  }
}

/** The package's own entry point imports the .wasm file as a module, which Node does not do. */
async function instantiate(engine: typeof import("@prisma/schema-engine-wasm/schema_engine_bg")): Promise<void> {
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const instance = new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(file)), { "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports });
  const bind: unknown = Reflect.get(engine, "__wbg_set_wasm");
  const start = instance.exports.__wbindgen_start;
  if (typeof bind !== "function" || typeof start !== "function") throw new Error("the schema engine's WebAssembly has another shape than expected");
  bind(instance.exports);
  start();
}

/** The engine replays the migrations on the shadow alone, and asks for one. */
function factoryWith(shadow: PGlite): PrismaPGlite {
  const factory = new PrismaPGlite(shadow);
  factory.connectToShadowDb = async () => {
    const adapter = await new PrismaPGlite(shadow).connect();
    // pglite-prisma-adapter does not await `executeScript`: a failing migration would count as applied.
    adapter.executeScript = async (script) => void (await shadow.exec(script));
    return adapter;
  };
  return factory;
}

function migrationList(): MigrationList {
  const entries = fs.readdirSync(migrationsDirectory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const lockfile = "migration_lock.toml";
  return {
    baseDir: migrationsDirectory,
    lockfile: { path: lockfile, content: fs.readFileSync(path.join(migrationsDirectory, lockfile), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: names.map(
      (name): MigrationDirectory => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: fs.readFileSync(path.join(migrationsDirectory, name, "migration.sql"), "utf8") } },
      }),
    ),
  };
}
