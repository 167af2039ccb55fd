import type { Command } from "commander";
import type { Coverage } from "../lib/core/resource/coverage";
import { addFileOptions, readDrawingOptions, type FileOptions } from "./drawing-options";
import { discoverInput, type PlaceOptions } from "./discover-input";
import { exitCodes } from "./exit";
import { writeOutput } from "./files";
import type { CommandContext } from "./main";

type DiscoverOptions = FileOptions & PlaceOptions;

/** Credentials come from the cloud's own chain (environment, profile, single sign-on): never from an option, which shells keep. */
export function addDiscoverCommand(program: Command, { base, signal }: CommandContext, finish: (code: number) => void): void {
  const command = program
    .command("discover")
    .description("Asks a cloud what runs there and draws it. Nothing is stored.")
    .argument("<provider>", "aws, azure or gcp")
    .option("-r, --regions <regions>", "AWS: regions to look at, separated by commas; all enabled ones when left out")
    .option("-p, --profile <profile>", "AWS: profile of the shared configuration; the default chain when left out")
    .option("--subscriptions <ids>", "Azure: subscriptions to look at, separated by commas; all when left out")
    .option("--tenant <id>", "Azure: where you belong to several")
    .option("--scopes <scopes>", "Google Cloud: organizations/1, folders/2 or projects/x, separated by commas; the credentials' project when left out")
    .option("--projects <ids>", "Google Cloud: only these projects of the scopes")
    .option("--endpoint <url>", "Google Cloud: Private Service Connect's address of Cloud Asset Inventory");
  addFileOptions(command).action(async (provider: string, options: DiscoverOptions) => {
    const choices = await readDrawingOptions(options);
    const input = discoverInput(provider, options);
    const { discoverOffline } = await import("../lib/usecases/discover-offline");
    const found = await discoverOffline({ provider, ...input, signal, onProgress: tellProgress }, { ...choices, signal });
    endProgress();
    for (const notice of found.notices) console.error(`cloudviz: ${notice}`);
    for (const line of gaps(found.coverage)) console.error(`cloudviz: ${line}`);
    await writeOutput(options.output, base, found.content);
    if (found.isPartial) finish(exitCodes.partial);
  });
}

/** What could not be seen, one line for each collector and reason, with the places behind it. */
function gaps(coverage: readonly Coverage[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { status, collector, permission, message, account, region } of coverage) {
    if (status === "complete") continue;
    const line = `${collector} ${status}${permission === null ? "" : ` (${permission})`}${message === null ? "" : `: ${message}`}`;
    lines.set(line, [...(lines.get(line) ?? []), region ?? account]);
  }
  return Array.from(lines, ([line, where]) => `could not see everything: ${line} [${where.join(", ")}]`);
}

function tellProgress({ done, planned, resources }: { done: number; planned: number; resources: number }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${planned} calls, ${resources} resources\u001B[K`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
}
