import type { Command } from "commander";
import { UsageError } from "./exit";
import { standardStream } from "./files";

export interface DrawingOptions {
  format: string;
  theme?: string;
  layout?: string;
  output: string;
}

/** The options of every command that draws. */
export function addDrawingOptions(command: Command): Command {
  return command
    .option("-f, --format <format>", "mermaid, svg or json", "mermaid")
    .option("-l, --layout <layout>", "how drawings are placed: hierarchical, grid … (a wrong one lists all)")
    .option("-t, --theme <theme>", "how drawings look: professional, dark … (a wrong one lists all)")
    .option("-o, --output <file>", "where to write; - is standard output", standardStream);
}

/** Throws a `UsageError` that names what there is. Done before any work: a discovery takes minutes. */
export async function checkDrawingOptions({ format, layout, theme }: DrawingOptions): Promise<void> {
  const [{ checkExtensions }, { listFormats }, { listLayouts, listThemes }] = await Promise.all([
    import("../lib/extensions/check-extensions"),
    import("../lib/usecases/diagrams/format-table"),
    import("../lib/usecases/list-choices"),
  ]);
  await checkExtensions();
  check("format", format, await listFormats());
  if (layout !== undefined) check("layout", layout, await listLayouts());
  if (theme !== undefined) check("theme", theme, await listThemes());
}

/** What of it the drawing itself wants to know. */
export function drawingChoices({ format, layout, theme }: DrawingOptions): { format: string; layout?: string; theme?: string } {
  return { format, ...(layout === undefined ? {} : { layout }), ...(theme === undefined ? {} : { theme }) };
}

function check(option: string, value: string, choices: readonly { id: string }[]): void {
  const ids = choices.map(({ id }) => id);
  if (!ids.includes(value)) throw new UsageError(`--${option} cannot be ${JSON.stringify(value)}. Choose one of: ${ids.join(", ")}.`);
}
