"use client";

import type { Job, JobCell } from "@/lib/core/job/job";
import { exportStages } from "@/lib/core/job/job-states";
import { counted, number, wholeSeconds } from "../../data/words";
import { exportStageWords } from "../export-stage-words";
import { totalsOf } from "../cells/cell-tree";
import { timeLeftMs } from "./time-left";
import { useNow } from "./use-now";

/** How far a running job is. Until it is planned nobody knows of how much. */
export function JobProgress({ job, cells }: { job: Job; cells: readonly JobCell[] }) {
  const now = useNow(true);
  const totals = totalsOf(cells);
  const planned = totals.planned > 0 ? totals.planned : job.progress.planned;
  const done = totals.planned > 0 ? totals.done : job.progress.done;
  const percent = planned === null || planned === 0 ? null : Math.floor((done / planned) * 100);
  const left = job.startedAt === null ? null : timeLeftMs(cells, job.startedAt, now);
  const isPublishing = planned !== null && planned > 0 && done === planned;
  return (
    <div>
      <ProgressBar label="Progress" percent={percent} />
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-muted tabular-nums">
        <span className="text-ink">{stage(job, planned, done, isPublishing)}</span>
        {job.kind === "discovery" && planned !== null && <span>{counted(totals.count, "resource")} so far</span>}
        {job.startedAt !== null && <span>{wholeSeconds(Math.max(0, now - Date.parse(job.startedAt)))}</span>}
        {left !== null && !isPublishing && <span>{leftWords(left)}</span>}
      </p>
    </div>
  );
}

/** `percent` null = it is not known how much there is to do. */
export function ProgressBar({ label, percent }: { label: string; percent: number | null }) {
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} {...(percent === null ? {} : { "aria-valuenow": percent })} className="h-1.5 overflow-hidden rounded-full bg-hover forced-colors:border">
      <div
        className={`h-full rounded-full bg-primary transition-[width] duration-200 forced-colors:bg-[CanvasText] ${percent === null ? "w-1/4 animate-pulse" : ""}`}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}

function stage({ kind, status }: Job, planned: number | null, done: number, isPublishing: boolean): string {
  if (status === "queued") return "Waiting to start";
  if (kind === "export") return exportStageWords[exportStages[done] ?? "storing"];
  if (planned === null) return "Finding out what there is to look at";
  return isPublishing ? "Putting together what was found" : `${number(done)} of ${number(planned)} calls`;
}

function leftWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes === 0 ? "less than a minute left" : `about ${minutes} min left`;
}
