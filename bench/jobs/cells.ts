// A large company's round: 20 accounts x 14 regions x 50 services, from the request to what is published, on PGlite.
import { openBenchDatabase } from "../bench-database";
import { report, reportCount, reportPeakMemory } from "../measure";
import { reportAim } from "./report-aim";
import { runDiscoveries } from "./run-discoveries";
import { connectStub } from "./stub-provider";

const accounts = 20;
const size = { regions: 14, services: 50, resourcesInCell: 1 };
const wanted = accounts * size.regions * size.services;

const close = await openBenchDatabase();
const { jobs, totalMs } = await runDiscoveries(await connectStub(size, accounts));
const cells = jobs.reduce((sum, { progress }) => sum + progress.done, 0);
const resources = jobs.reduce((sum, { result }) => sum + (result?.resources ?? 0), 0);
if (jobs.some(({ status }) => status !== "succeeded") || cells !== wanted || resources !== wanted) throw new Error(`${cells} cells and ${resources} resources, not ${wanted}: ${jobs.map(({ status, error }) => error ?? status).join(", ")}`);
reportCount("cells", cells);
report({ case: `${accounts} accounts, end to end`, metric: "time", value: totalMs, unit: "ms" });
report({ case: "of it a cell", metric: "time", value: totalMs / cells, unit: "ms" });
reportAim(`${cells.toLocaleString("en")} cells end to end, memory`, { value: process.resourceUsage().maxRSS / 1024, unit: "MB", most: 1024 });
reportPeakMemory();
await close();
