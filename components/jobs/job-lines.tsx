import Link from "next/link";
import type { Connection } from "@/lib/core/connection";
import type { ListedJob } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";
import { ago, counted, jobKindLabels, percentWords } from "../data/words";
import { JobStatusBadge } from "./job-status-badge";
import { subjectOf } from "./subject-of";

export function JobLines({ jobs, connections }: { jobs: readonly ListedJob[]; connections: readonly Connection[] }) {
  if (jobs.length === 0) return <p className="px-4 py-5 text-muted">Nothing has run yet.</p>;
  return (
    <ul className="py-1.5">
      {jobs.map((job) => (
        <li key={job.id}>
          <Link href={`/jobs/${job.id}`} className="flex min-h-11 items-center gap-3 px-4 py-1.5 hover:bg-hover focus-visible:-outline-offset-2">
            <JobStatusBadge status={job.status} className="w-[92px]" />
            <span className="min-w-0 flex-1 truncate"><span className="font-medium">{jobKindLabels[job.kind]}{job.export !== null && ":"}</span> <span className="text-muted">{subjectOf(job, connections)}</span></span>
            <span className="hidden shrink-0 text-sm text-muted tabular-nums sm:block">{hasEnded(job) ? job.result !== null && counted(job.result.resources, "resource") : percentWords(job.progress)}</span>
            <span className="shrink-0 text-sm text-muted">{ago(job.createdAt)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
