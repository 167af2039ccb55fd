import { Option, type Command } from "commander";
import type { Coverage } from "../lib/core/resource/coverage";
import { addDrawingOptions, checkDrawingOptions, drawingChoices, type DrawingOptions } from "./drawing-options";
import { exitCodes, UsageError } from "./exit";
import { writeOutput } from "./files";
import type { CommandContext } from "./main";

interface DiscoverOptions extends DrawingOptions {
  regions?: string;
  profile?: string;
}

/** Credentials come from the cloud's own chain (environment, profile, single sign-on): never from an option, which shells keep. */
export function addDiscoverCommand(program: Command, { base, signal }: CommandContext, finish: (code: number) => void): void {
  const command = program
    .command("discover")
    .description("Asks a cloud what is in an account and draws it. Nothing is stored.")
    .argument("<provider>", "aws")
    .addOption(new Option("-r, --regions <regions>", "regions to look at, separated by commas; all enabled ones when left out"))
    .addOption(new Option("-p, --profile <profile>", "profile of the shared AWS configuration; the default chain when left out"));
  addDrawingOptions(command).action(async (provider: string, options: DiscoverOptions) => {
    await checkDrawingOptions(options);
    await checkProvider(provider);
    const { discoverOffline } = await import("../lib/usecases/discover-offline");
    const found = await discoverOffline(
      {
        provider,
        credentials: { mode: "default", ...(options.profile === undefined ? {} : { profile: options.profile }) },
        settings: { regions: readRegions(options.regions) },
        signal,
        onProgress: tellProgress,
      },
      { ...drawingChoices(options), signal },
    );
    endProgress();
    for (const notice of found.notices) console.error(`cloudviz: ${notice}`);
    for (const line of gaps(found.coverage)) console.error(`cloudviz: ${line}`);
    await writeOutput(options.output, base, found.content);
    if (found.isPartial) finish(exitCodes.partial);
  });
}

async function checkProvider(provider: string): Promise<void> {
  const { listProviders } = await import("../lib/usecases/list-choices");
  const ids = (await listProviders()).map(({ id }) => id);
  if (!ids.includes(provider)) throw new UsageError(`There is no provider ${JSON.stringify(provider)}. Choose one of: ${ids.join(", ")}.`);
}

/** null = all. Throws a `UsageError` for a list without a region. */
function readRegions(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  const regions = [...new Set(text.split(",").map((region) => region.trim()).filter((region) => region !== ""))];
  if (regions.length === 0) throw new UsageError("--regions names no region. Leave it out to look at all of them, or write --regions eu-west-1,us-east-1.");
  return regions;
}

/** What could not be seen, one line for each collector and reason, with the regions behind it. */
function gaps(coverage: readonly Coverage[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { status, collector, permission, message, region } of coverage) {
    if (status === "complete") continue;
    const line = `${collector} ${status}${permission === null ? "" : ` (${permission})`}${message === null ? "" : `: ${message}`}`;
    lines.set(line, [...(lines.get(line) ?? []), region ?? "global"]);
  }
  return Array.from(lines, ([line, regions]) => `could not see everything: ${line} [${regions.join(", ")}]`);
}

function tellProgress({ done, planned, resources }: { done: number; planned: number; resources: number }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${planned} calls, ${resources} resources\u001B[K`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
}
