// One account with 10,000 resources, from the request to what is published, on PGlite; then once more, when nothing has changed.
import { openBenchDatabase } from "../bench-database";
import { report, reportCount, reportPeakMemory } from "../measure";
import { runDiscoveries } from "./run-discoveries";
import { connectStub } from "./stub-provider";

const size = { regions: 10, services: 20, resourcesInCell: 50 };
const wanted = size.regions * size.services * size.resourcesInCell;

const close = await openBenchDatabase();
const connections = await connectStub(size, 1);
for (const round of ["first", "again, unchanged"]) {
  const { jobs, totalMs } = await runDiscoveries(connections);
  const [job] = jobs;
  if (job?.status !== "succeeded" || job.result?.resources !== wanted) throw new Error(`${job?.result?.resources} resources, not ${wanted}: ${job?.error ?? job?.status}`);
  reportCount(`resources, ${round}`, job.result.resources);
  report({ case: `discovered to published, ${round}`, metric: "time", value: totalMs, unit: "ms" });
}
reportPeakMemory();
await close();
