"use client";

import { useRunningJobs } from "../data/running";
import { onDemand } from "../ui/on-demand";

/** Seldom seen. It is never in what React takes over from the server, in which nothing runs. */
const RunningPill = onDemand(() => import("./running-pill").then((module) => module.RunningPill));

/** What runs in the background, as long as something does. */
export function RunningJobs() {
  const running = useRunningJobs() ?? [];
  const [first] = running;
  return first === undefined ? null : <RunningPill first={first} running={running} />;
}
