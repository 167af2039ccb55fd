import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { environmentReaders, importRule, outsideTheRule, type FolderRule } from "./import-rule";

const root = path.resolve(import.meta.dirname, "..");
const skipped = new Set(["node_modules", ".next", ".git", ".cloudviz", "test-results", "playwright-report", "coverage"]);

interface SourceFile {
  /** Relative to the root, with forward slashes. */
  file: string;
  imports: string[];
  readsEnvironment: boolean;
}

function listSources(folder = ""): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listSources(file);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [file] : [];
  });
}

/** Every module a file names: static and dynamic imports, re-exports, type imports, `require`, and workers by URL. */
function scan(file: string, text: string): SourceFile {
  const imports: string[] = [];
  let readsEnvironment = false;
  function take(node: ts.Node | undefined): void {
    if (node !== undefined && ts.isStringLiteralLike(node)) imports.push(node.text);
  }
  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) take(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) take(node.argument.literal);
    else if (ts.isExternalModuleReference(node)) take(node.expression);
    else if (ts.isCallExpression(node) && isModuleCall(node)) take(node.arguments[0]);
    else if (ts.isNewExpression(node) && isModuleUrl(node)) take(node.arguments?.[0]);
    else if (ts.isPropertyAccessExpression(node) && node.getText() === "process.env") readsEnvironment = true;
    ts.forEachChild(node, visit);
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return { file, imports, readsEnvironment };
}

function isModuleCall(node: ts.CallExpression): boolean {
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
  return node.expression.kind === ts.SyntaxKind.ImportKeyword || isRequire;
}

function isModuleUrl(node: ts.NewExpression): boolean {
  return node.expression.getText() === "URL" && node.arguments?.[1]?.getText() === "import.meta.url";
}

function matches(pattern: string, name: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*\*|\*/g, (star) => (star === "**" ? ".+" : "[^/]+"));
  return new RegExp(`^${source}$`).test(name);
}

function matchesPackage(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** The row that a file belongs to, or null when the tree has a folder that the table does not know. */
function rowOf(file: string): string | null {
  const folder = path.posix.dirname(file);
  if (folder === ".") return ".";
  const segments = folder.split("/");
  for (let length = segments.length; length > 0; length--) {
    const candidate = segments.slice(0, length).join("/");
    const row = Object.keys(importRule).find((pattern) => pattern !== "." && matches(pattern, candidate));
    // A model's row is shared by the providers; the folder itself tells them apart.
    if (row !== undefined) return row.includes("*") ? candidate : row;
  }
  return null;
}

function ruleOf(row: string): FolderRule | undefined {
  return importRule[row] ?? Object.entries(importRule).find(([pattern]) => matches(pattern, row))?.[1];
}

/** What is wrong with one import, or null. */
function judge(file: string, specifier: string): string | null {
  const row = rowOf(file);
  const rule = row === null ? undefined : ruleOf(row);
  if (row === null || rule === undefined) return "the folder has no row in lib/import-rule.ts";
  if (specifier.endsWith(".css")) return row === "app" || row === "components" ? null : "a style sheet";
  const target = localTarget(file, specifier);
  if (target !== null) {
    if (target.startsWith("lib/db/generated/")) return row === "lib/db" ? null : "only lib/db may import what Prisma generated";
    const targetRow = rowOf(target);
    if (targetRow === row || (targetRow !== null && rule.folders.some((allowed) => matches(allowed, targetRow)))) return null;
    return `${row} may not import ${targetRow ?? target}`;
  }
  if (isBuiltin(specifier)) {
    const allowed = rule.node === true || (Array.isArray(rule.node) && rule.node.includes(file));
    return allowed ? null : `${row} may not import Node's own modules`;
  }
  return (rule.packages ?? []).some((allowed) => matchesPackage(allowed, specifier)) ? null : `${row} may not import this package`;
}

function localTarget(file: string, specifier: string): string | null {
  const target = specifier.startsWith("@/") ? specifier.slice(2) : specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : null;
  return target !== null && folders.has(target) ? `${target}/index` : target;
}

const files = listSources();
const folders = new Set(files.map((file) => path.posix.dirname(file)));
const sources = files.filter((file) => !outsideTheRule.some((pattern) => pattern.test(file))).map((file) => scan(file, readFileSync(path.join(root, file), "utf8")));

describe("the import rule", () => {
  it("sees the sources and their imports", () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(150);
  });

  it("knows every folder", () => {
    expect(sources.filter(({ file }) => rowOf(file) === null).map(({ file }) => file)).toEqual([]);
  });

  it("holds for every import", () => {
    const broken = sources.flatMap(({ file, imports }) =>
      imports.flatMap((specifier) => {
        const fault = judge(file, specifier);
        return fault === null ? [] : [`${file} imports "${specifier}": ${fault}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it("has engines only in the files that are named for them", () => {
    const importers = sources.filter(({ imports }) => imports.some((specifier) => specifier.startsWith("elkjs"))).map(({ file }) => file);
    expect(importers.filter((file) => !/(^|[/-])elk[.-]|\/elk\//.test(file))).toEqual([]);
  });

  it("lets only lib/config read the environment", () => {
    const readers = sources.filter(({ readsEnvironment }) => readsEnvironment).map(({ file }) => file);
    expect(readers.filter((file) => !environmentReaders.some((pattern) => pattern.test(file)))).toEqual([]);
  });

  it("keeps files to a readable length", () => {
    const lengthOf = (file: string): number => readFileSync(path.join(root, file), "utf8").split("\n").length;
    // Tables (one line a row) are long by nature; everything else past 300 lines wants splitting.
    const long = sources.filter(({ file }) => !/terraform\/|catalogue\/|advance-widths|glyph|scenarios\/|demo\//.test(file) && lengthOf(file) > 330);
    expect(long.map(({ file }) => file)).toEqual([]);
  });
});

describe("the scan and the judge", () => {
  it("finds every way of naming a module", () => {
    const text = `
      import a from "a"; import type { B } from "b"; export * from "c"; export type { D } from "d";
      const e = import("e"); type F = import("f").F; const g = require("g"); import h = require("h"); import "i";
      const w = new Worker(new URL("./j.ts", import.meta.url)); // import "not-this"
    `;
    expect(scan("x.ts", text).imports.sort()).toEqual(["./j.ts", "a", "b", "c", "d", "e", "f", "g", "h", "i"]);
    expect(scan("x.ts", "const { A } = process.env;").readsEnvironment).toBe(true);
  });

  it.each([
    ["lib/core/edge.ts", "../graph/link"],
    ["lib/core/edge.ts", "node:fs"],
    ["lib/graph/link.ts", "zod"],
    ["lib/providers/aws/services/ec2/vpc.ts", "../../../azure/model/ids"],
    ["lib/providers/aws/model/types.ts", "@aws-sdk/client-ec2"],
    ["lib/importers/terraform-state/read.ts", "../../providers/aws/session"],
    ["lib/renderers/svg.ts", "react"],
    ["lib/usecases/list.ts", "../db/generated/client"],
    ["components/diagram/canvas.tsx", "@/lib/usecases/list-resources"],
    ["components/diagram/canvas.tsx", "@/lib/db/database"],
    ["app/page.tsx", "@/lib/db/database"],
    ["lib/new-folder/file.ts", "zod"],
  ])("refuses %s → %s", (file, specifier) => {
    expect(judge(file, specifier)).not.toBeNull();
  });

  it.each([
    ["lib/graph/link.ts", "../core/edge"],
    ["lib/providers/aws/services/ec2/vpc.ts", "../../model/arn"],
    ["lib/importers/terraform-state/read.ts", "../../providers/azure/model/terraform"],
    ["lib/usecases/list.ts", "../db/inventory"],
    ["components/diagram/canvas.tsx", "@/lib/scene/scene"],
    ["components/diagram/canvas.tsx", "@xyflow/react"],
  ])("allows %s → %s", (file, specifier) => {
    expect(judge(file, specifier)).toBeNull();
  });
});
