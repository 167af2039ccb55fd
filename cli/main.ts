import { readFileSync } from "node:fs";
import nextEnv from "@next/env";
import { Command, CommanderError } from "commander";
import { CloudVizError } from "../lib/core/error";
import { addDiscoverCommand } from "./discover-command";
import { addBackupCommands } from "./backup-command";
import { exitCodes, UsageError } from "./exit";
import { addDiagramsCommand } from "./diagrams-command";
import { addRenderCommand } from "./render-command";

/** Runs one command and ends the process. `base` is the folder that relative paths start from. */
export async function main(args: readonly string[], base: string): Promise<void> {
  // `cloudviz … | head` closes the pipe early: that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? exitCodes.ok : exitCodes.error));
  const abort = new AbortController();
  for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
    process.once(signal, () => {
      abort.abort();
      process.exit(code);
    });
  }
  nextEnv.loadEnvConfig(process.cwd(), false, { info: () => undefined, error: console.error });
  process.exit(await run(args, { base, signal: abort.signal }));
}

export interface CommandContext {
  base: string;
  signal: AbortSignal;
}

async function run(args: readonly string[], context: CommandContext): Promise<number> {
  let code: number = exitCodes.ok;
  const program = new Command("cloudviz").description("Draws what runs in your clouds.").version(ownVersion()).exitOverride().showHelpAfterError("(cloudviz --help lists the commands)");
  const finish = (ended: number): void => {
    code = ended;
  };
  addRenderCommand(program, context);
  addDiscoverCommand(program, context, finish);
  addDiagramsCommand(program, context);
  addBackupCommands(program, context);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return explain(error);
  }
}

/** The working directory is the root here. */
function ownVersion(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  return version;
}

/** Says what went wrong and returns the exit code. Commander has told its own errors already. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof UsageError) {
    console.error(`cloudviz: ${error.message}`);
    return exitCodes.usage;
  }
  if (error instanceof CloudVizError) {
    console.error(`cloudviz: ${error.message}`);
    return exitCodes.error;
  }
  console.error(error);
  return exitCodes.error;
}
