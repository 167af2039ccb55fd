import type { Command } from "commander";
import { addFileOptions, readDrawingOptions, type FileOptions } from "./drawing-options";
import { UsageError } from "./exit";
import { readInput, standardStream, writeOutput } from "./files";
import type { CommandContext } from "./main";

export function addRenderCommand(program: Command, { base, signal }: CommandContext): void {
  const command = program
    .command("render")
    .description("Draws files: Terraform states and plans, ARM templates, exports of Azure Resource Graph and Cloud Asset Inventory, CloudViz's own JSON. Several become one diagram.")
    .argument("<file...>", "the files; - is standard input");
  addFileOptions(command).action(async (files: string[], options: FileOptions) => {
    const choices = await readDrawingOptions(options);
    if (files.filter((file) => file === standardStream).length > 1) throw new UsageError("Standard input (-) can be read only once.");
    const [{ renderFiles }, { importLimitBytes, importTooLarge }] = await Promise.all([
      import("../lib/usecases/render-files"),
      import("../lib/usecases/imports/import-limit"),
    ]);
    const inputs = [];
    for (const file of files) inputs.push(await readInput(file, base, importLimitBytes(), importTooLarge));
    const { content, notices } = await renderFiles(inputs, { ...choices, signal });
    for (const notice of notices) console.error(`cloudviz: ${notice}`);
    await writeOutput(options.output, base, content);
  });
}
