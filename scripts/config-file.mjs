import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PhaseError } from "./phase.mjs";
import { readJson, root } from "./project.mjs";

/** What sources import the configuration as. tsconfig.json leads it to `cloudviz.config.ts`, or to an empty one. */
export const configSpecifier = "cloudviz.config";

/** The configuration that CLOUDVIZ_CONFIG names, as an absolute path; null where it names none. Throws a `PhaseError`. */
export function namedConfig(env = process.env) {
  const named = env.CLOUDVIZ_CONFIG?.trim();
  if (named === undefined || named === "") return null;
  const file = path.resolve(root, named);
  if (!existsSync(file)) throw new PhaseError(`CLOUDVIZ_CONFIG is ${named}, and there is no such file. It is relative to ${root}.`);
  // It is compiled with the app, which sees only what lies in the project.
  if (path.relative(root, file).startsWith("..")) throw new PhaseError(`CLOUDVIZ_CONFIG is ${named}, outside of the project. Move it below ${root}.`);
  return file;
}

/** The named configuration as an import from the root, such as `./examples/cloudviz.config.ts`; null where none is named. */
export function namedConfigFromRoot(env = process.env) {
  const file = namedConfig(env);
  return file === null ? null : `./${path.relative(root, file).split(path.sep).join("/")}`;
}

/** The configuration in use, named or at the root; null where there is none. */
export function configFile(env = process.env) {
  const usual = path.join(root, "cloudviz.config.ts");
  return namedConfig(env) ?? (existsSync(usual) ? usual : null);
}

/** tsconfig.json with the named configuration in it, for tsx; null where tsconfig.json itself will do. */
export function tsconfigOfConfig(env = process.env) {
  const file = namedConfig(env);
  if (file === null) return null;
  const { paths } = readJson(path.join(root, "tsconfig.json")).compilerOptions;
  const absolute = Object.entries({ ...paths, [configSpecifier]: [file] }).map(([name, places]) => [name, places.map((place) => path.resolve(root, place))]);
  const text = JSON.stringify({ extends: path.join(root, "tsconfig.json"), compilerOptions: { paths: Object.fromEntries(absolute) } });
  const folder = path.join(root, "node_modules", ".cloudviz");
  const written = path.join(folder, `tsconfig-${createHash("sha256").update(text).digest("hex").slice(0, 12)}.json`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(written)) writeFileSync(written, text);
  return written;
}
