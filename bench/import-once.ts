// Imports one file as the command line does and links it, and prints what that took as JSON: a process of its own, so that its
// peak memory is that of the import and of Node itself, and of nothing that made the file.
import { readFileSync } from "node:fs";
import { linkFiles } from "../lib/usecases/imports/link-files";

const [, , name = ""] = process.argv;

async function main(): Promise<void> {
  const bytes = readFileSync(name);
  const begin = performance.now();
  const { inventory } = await linkFiles([{ name, bytes }], { now: "2026-01-01T00:00:00Z" });
  const ms = performance.now() - begin;
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024, resources: inventory.resources.length, edges: inventory.edges.length }));
}

void main();
