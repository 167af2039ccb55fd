import { defineConfig } from "prisma/config";

// `prisma generate` insists on downloading an engine it never runs. Any existing file satisfies the check,
// so code generation works offline; only `migrate` and `db` need the real engine.
const needsEngine = process.argv.some((argument) => argument === "migrate" || argument === "db");
if (!process.env.PRISMA_SCHEMA_ENGINE_BINARY && !needsEngine) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = process.execPath;
}

export default defineConfig({ schema: "prisma/schema.prisma" });
