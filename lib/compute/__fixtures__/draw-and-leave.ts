import { Worker } from "node:worker_threads";
import { DrawThreads } from "../draw-threads";

const threads = new DrawThreads({ start: () => new Worker(new URL("./misdeeds.worker.mjs", import.meta.url), { execArgv: [] }) });

void threads
  .draw({ format: "answer", options: { text: "drawn" }, inventory: { title: "", resources: [], edges: [], coverage: [] } }, new AbortController().signal)
  .then(({ content }) => process.stdout.write(content));
