import path from "node:path";
import type { Command } from "commander";
import type { FormatChoice } from "../lib/core/api/choices";
import { CloudVizError } from "../lib/core/error";
import type { GroupKey } from "../lib/core/diagram/diagram";
import { viewQuery } from "../lib/core/diagram/view";
import type { JsonObject } from "../lib/core/json";
import { caretLine } from "./caret-line";
import { UsageError } from "./exit";
import { standardStream } from "./files";

export interface FileOptions {
  format?: string;
  /** `name=value` each. */
  option: string[];
  theme?: string;
  layout?: string;
  layoutOptions?: string;
  filter?: string;
  group?: string;
  output: string;
}

/** What is drawn, checked. */
export interface DrawingChoices {
  format: string;
  options: JsonObject;
  theme?: string | undefined;
  layout?: string | undefined;
  layoutOptions?: JsonObject | undefined;
  filter?: string | undefined;
  group?: readonly GroupKey[] | undefined;
}

/** The options of every command that makes a file. */
export function addFileOptions(command: Command): Command {
  return command
    .option("-f, --format <format>", "svg, png, pdf, mermaid … (a wrong one lists all); left out, by the ending of the file that is written, else mermaid")
    .option("-O, --option <name=value>", "tells the format something, such as scale=2 or legend=false; may be repeated (a wrong one lists all)", collect, [])
    .option("--filter <filter>", "only what it holds for, such as 'type:*Instance AND NOT region:us-*'")
    .option("--group <levels>", "levels of nesting, outermost first, such as provider,account,region; none = no levels")
    .option("-l, --layout <layout>", "how drawings are placed: hierarchical, grid … (a wrong one lists all)")
    .option("--layout-options <json>", "options of the layout, as one JSON object")
    .option("-t, --theme <theme>", "how drawings look: professional, dark … (a wrong one lists all)")
    .option("-o, --output <file>", "where to write; - is standard output", standardStream);
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** Throws a `UsageError` that names what there is. Done before any work: a discovery takes minutes. */
export async function readDrawingOptions(given: FileOptions): Promise<DrawingChoices> {
  const [{ checkExtensions }, { listFormats, listLayouts, listThemes }, { checkDrawing }, { checkFilter }] = await Promise.all([
    import("../lib/extensions/check-extensions"),
    import("../lib/usecases/list-choices"),
    import("../lib/usecases/check-drawing"),
    import("../lib/usecases/check-filter"),
  ]);
  await checkExtensions();
  const { theme, layout, filter, group } = given;
  const format = formatOf(given, await listFormats());
  if (layout !== undefined) check("layout", layout, await listLayouts());
  if (theme !== undefined) check("theme", theme, await listThemes());
  const layoutOptions = given.layoutOptions === undefined ? undefined : readJsonObject("--layout-options", given.layoutOptions);
  const { options } = await wellUsed(() => checkDrawing({ format, options: optionTexts(given.option), theme, layout, layoutOptions }));
  if (filter !== undefined) tellPlace(filter, () => checkFilter(filter));
  const levels = viewQuery.shape.group.safeParse(group);
  if (!levels.success) throw new UsageError(`--group: ${levels.error.issues[0]?.message ?? "cannot be read"}`);
  refuseTerminal(format, given.output);
  return { format, options, theme, layout, layoutOptions, filter, group: levels.data };
}

/** As it is named, else by the ending of the output's name. Throws a `UsageError` that names what there is. */
export function formatOf({ format, output }: Pick<FileOptions, "format" | "output">, formats: readonly Pick<FormatChoice, "id" | "extension">[]): string {
  if (format !== undefined) {
    check("format", format, formats);
    return format;
  }
  if (output === standardStream) return "mermaid";
  const ending = path.extname(output).slice(1).toLowerCase();
  const fitting = formats.find(({ extension }) => extension === ending);
  if (fitting === undefined) throw new UsageError(`The ending of ${JSON.stringify(output)} names no format. Say which with --format, or use one of: ${formats.map(({ extension }) => `.${extension}`).join(", ")}.`);
  return fitting.id;
}

/** `name=value` each; a value may hold further equals signs. Throws a `UsageError`. */
export function optionTexts(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new UsageError(`--option wants name=value, such as scale=2. Given: ${JSON.stringify(text)}`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

export function readJsonObject(option: string, text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Told below, as every text that is no JSON object.
  }
  throw new UsageError(`${option} wants one JSON object, such as '{"direction":"down"}'. Given: ${JSON.stringify(text)}`);
}

const binary = ["png", "pdf"];

/** Pictures are no text: a terminal would take their bytes for commands. */
export function refuseTerminal(format: string, output: string, isTerminal = process.stdout.isTTY): void {
  if (output === standardStream && isTerminal && binary.includes(format)) throw new UsageError(`A terminal cannot show ${format}. Name a file with --output, such as -o diagram.${format}.`);
}

/** What is refused here was asked for wrongly. */
async function wellUsed<Result>(read: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof CloudVizError && error.code === "invalid-request" ? new UsageError(error.message) : error;
  }
}

/** Shows the place in the filter that an error is about. */
function tellPlace(filter: string, parse: () => void): void {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof CloudVizError)) throw error;
    const { at = 0, length = filter.length } = error.details[0] ?? {};
    throw new UsageError(`${error.message}\n${caretLine(filter, { at, length })}`);
  }
}

function check(option: string, value: string, choices: readonly { id: string }[]): void {
  const ids = choices.map(({ id }) => id);
  if (!ids.includes(value)) throw new UsageError(`--${option} cannot be ${JSON.stringify(value)}. Choose one of: ${ids.join(", ")}.`);
}
