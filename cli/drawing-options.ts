import type { Command } from "commander";
import { UsageError } from "./exit";
import { standardStream } from "./files";

export interface DrawingOptions {
  format: string;
  theme?: string;
  output: string;
}

/** The options of every command that draws. */
export function addDrawingOptions(command: Command): Command {
  return command
    .option("-f, --format <format>", "mermaid, svg or json", "mermaid")
    .option("-t, --theme <theme>", "professional or dark; for drawings")
    .option("-o, --output <file>", "where to write; - is standard output", standardStream);
}

/** Throws a `UsageError` that names what there is. Done before any work: a discovery takes minutes. */
export async function checkDrawingOptions({ format, theme }: DrawingOptions): Promise<void> {
  const [{ listFormats }, { listThemes }] = await Promise.all([import("../lib/usecases/diagrams/format-table"), import("../lib/usecases/list-choices")]);
  check("format", format, await listFormats());
  if (theme !== undefined) check("theme", theme, await listThemes());
}

function check(option: string, value: string, choices: readonly { id: string }[]): void {
  const ids = choices.map(({ id }) => id);
  if (!ids.includes(value)) throw new UsageError(`--${option} cannot be ${JSON.stringify(value)}. Choose one of: ${ids.join(", ")}.`);
}
