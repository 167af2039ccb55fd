import type { Command } from "commander";
import { CloudVizError } from "../lib/core/error";
import { caretLine } from "./caret-line";
import { UsageError } from "./exit";
import { standardStream } from "./files";

export interface DrawingOptions {
  format: string;
  theme?: string;
  layout?: string;
  filter?: string;
  output: string;
}

/** The options of every command that draws. */
export function addDrawingOptions(command: Command): Command {
  return command
    .option("-f, --format <format>", "mermaid, svg or json", "mermaid")
    .option("--filter <filter>", "only what it holds for, such as 'type:*Instance AND NOT region:us-*'")
    .option("-l, --layout <layout>", "how drawings are placed: hierarchical, grid … (a wrong one lists all)")
    .option("-t, --theme <theme>", "how drawings look: professional, dark … (a wrong one lists all)")
    .option("-o, --output <file>", "where to write; - is standard output", standardStream);
}

/** Throws a `UsageError` that names what there is. Done before any work: a discovery takes minutes. */
export async function checkDrawingOptions({ format, layout, theme, filter }: DrawingOptions): Promise<void> {
  const [{ checkExtensions }, { listFormats, listLayouts, listThemes }, { checkFilter }] = await Promise.all([
    import("../lib/extensions/check-extensions"),
    import("../lib/usecases/list-choices"),
    import("../lib/usecases/check-filter"),
  ]);
  await checkExtensions();
  check("format", format, await listFormats());
  if (layout !== undefined) check("layout", layout, await listLayouts());
  if (theme !== undefined) check("theme", theme, await listThemes());
  if (filter !== undefined) tellPlace(filter, () => checkFilter(filter));
}

/** What of it the drawing itself wants to know. */
export function drawingChoices({ format, layout, theme, filter }: DrawingOptions): Pick<DrawingOptions, "format" | "layout" | "theme" | "filter"> {
  return { format, ...(layout === undefined ? {} : { layout }), ...(theme === undefined ? {} : { theme }), ...(filter === undefined ? {} : { filter }) };
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
