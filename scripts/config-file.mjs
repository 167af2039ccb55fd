import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PhaseError } from "./phase.mjs";
import { readJson, root } from "./project.mjs";

/** What sources import the configuration as. tsconfig.json leads it to an empty one; each tool is told of the real one. */
export const configSpecifier = "cloudviz.config";

const usual = "cloudviz.config.ts";

/**
 * The configuration from the root, such as `./cloudviz.config.ts`: the file that CLOUDVIZ_CONFIG names, or the usual one where
 * there is one; else null. Throws a `PhaseError` that says what is wrong with the name.
 */
export function configFile(env = process.env) {
  const named = env.CLOUDVIZ_CONFIG?.trim() ?? "";
  const file = path.resolve(root, named === "" ? usual : named);
  if (!existsSync(file)) {
    if (named === "") return null;
    throw new PhaseError(`CLOUDVIZ_CONFIG is ${named}, and there is no such file. It is relative to ${root}.`);
  }
  const fromRoot = path.relative(root, file).split(path.sep).join("/");
  // It is compiled with the app, which sees only what lies in the project.
  if (fromRoot.startsWith("..") || path.isAbsolute(fromRoot)) throw new PhaseError(`CLOUDVIZ_CONFIG is ${named}, outside of the project. Move it below ${root}.`);
  return `./${fromRoot}`;
}

/** tsconfig.json with the configuration in it, for tsx; null where there is none. */
export function tsconfigOfConfig(env = process.env) {
  const file = configFile(env);
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
