import type { Command } from "commander";
import { ApiError } from "../lib/api-client/api-error";
import { listFormats } from "../lib/api-client/choices";
import { listDiagrams } from "../lib/api-client/diagrams";
import { fetchExport, type ExportWish } from "../lib/api-client/exports";
import { callServer } from "../lib/api-client/request";
import { CloudVizError } from "../lib/core/error";
import { presetId } from "../lib/core/diagram/view";
import { addFileOptions, formatOf, optionTexts, readJsonObject, refuseTerminal, type FileOptions } from "./drawing-options";
import { UsageError } from "./exit";
import { writeOutput } from "./files";
import type { CommandContext } from "./main";

interface ServerOptions {
  server: string;
}

interface ExportOptions extends FileOptions, ServerOptions {
  preset?: string;
  at?: string;
  select?: string;
}

/** The diagrams of a server that runs, over its API. */
export function addDiagramsCommand(program: Command, { base, signal }: CommandContext): void {
  const diagrams = program.command("diagrams").description("Lists and exports the diagrams of a CloudViz that runs.");
  addServer(diagrams.command("list").description("One line each: id, when it changed, title."))
    .option("--json", "as JSON", false)
    .action(async ({ server, json }: ServerOptions & { json: boolean }) => {
      const found = await called(server, () => listDiagrams(signal));
      const lines = found.map(({ id, updatedAt, title }) => `${id}  ${updatedAt}  ${title}\n`).join("");
      await writeOutput("-", base, json ? `${JSON.stringify(found, null, 2)}\n` : lines);
    });
  const command = addServer(diagrams.command("export").description("Writes a diagram as the page shows it, with its edits.").argument("<id>", "the diagram's id, as `cloudviz diagrams list` tells it"));
  addFileOptions(command)
    .option("--preset <preset>", "one of the page's presets, such as network")
    .option("--at <moment>", "as it was then, such as 2026-11-01T00:00:00Z")
    .option("--select <keys>", "only these resources, by their keys with commas between")
    .action(async (id: string, options: ExportOptions) => {
      const wish = await readExport(options);
      const { content } = await called(options.server, () => fetchExport(id, wish, signal));
      await writeOutput(options.output, base, new Uint8Array(await content.arrayBuffer()));
    });
}

function addServer(command: Command): Command {
  return command.option("-s, --server <url>", "where CloudViz runs", process.env.CLOUDVIZ_URL ?? "http://127.0.0.1:3000");
}

/** The server checks the rest: it may know more formats, layouts and themes than this checkout. */
async function readExport({ server, output, option, filter, preset, layoutOptions, select, format: named, theme, layout, group, at }: ExportOptions): Promise<ExportWish> {
  const format = formatOf({ ...(named === undefined ? {} : { format: named }), output }, await called(server, () => listFormats()));
  const read = presetId.optional().safeParse(preset);
  if (!read.success) throw new UsageError(`--preset cannot be ${JSON.stringify(preset)}. Choose one of: ${presetId.options.join(", ")}.`);
  refuseTerminal(format, output);
  return {
    format,
    options: optionTexts(option),
    q: filter,
    preset: read.data,
    layoutOptions: layoutOptions === undefined ? undefined : readJsonObject("--layout-options", layoutOptions),
    select: select?.split(","),
    theme,
    layout,
    group,
    at,
  };
}

/** Tells a server's refusal in its own words, and where nothing answers what to do. */
async function called<Result>(server: string, call: () => Promise<Result>): Promise<Result> {
  if (!/^https?:\/\//.test(server)) throw new UsageError(`--server wants an address such as http://127.0.0.1:3000. Given: ${JSON.stringify(server)}`);
  callServer(server);
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw error.status === 0 ? new CloudVizError("unavailable", `Nothing answers at ${server}. Start CloudViz there with npm start, or name another server with --server.`) : new CloudVizError("invalid-request", error.message);
  }
}
