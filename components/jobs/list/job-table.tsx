import Link from "next/link";
import type { Connection } from "@/lib/core/connection";
import type { ListedJob } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";
import { ago, counted, dateTime, duration, jobKindLabels, number, percentWords } from "../../data/words";
import { CancelJob, isCancellable } from "../cancel-job";
import { DownloadFile } from "../download-file";
import { JobStatusBadge } from "../job-status-badge";
import { subjectOf } from "../subject-of";

const cellClass = "px-4 py-2 max-sm:p-0";

/** Jobs as a table; on a phone each is a block of lines. `connections` undefined = not known yet. */
export function JobTable({ jobs, connections }: { jobs: readonly ListedJob[]; connections: readonly Connection[] | undefined }) {
  return (
    <div className="overflow-hidden rounded-card border border-hairline bg-surface">
      <table className="w-full max-sm:block">
        <caption className="sr-only">Jobs</caption>
        <thead className="max-sm:sr-only">
          <tr className="relative border-b border-hairline text-sm text-muted">
            {["Status", "Job", "Begun", "Duration", "Found"].map((head) => <th key={head} scope="col" className="px-4 py-2 text-start font-medium">{head}</th>)}
            <th scope="col" className="px-4 py-2"><span className="sr-only">Actions</span></th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {jobs.map((job) => <JobRow key={job.id} job={job} name={subjectOf(job, connections)} />)}
        </tbody>
      </table>
    </div>
  );
}

function JobRow({ job, name }: { job: ListedJob; name: string }) {
  const { id, kind, status, createdAt, startedAt, finishedAt, progress } = job;
  const isOver = hasEnded(job);
  return (
    <tr className="relative border-b border-hairline last:border-0 hover:bg-hover max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1.5 max-sm:px-4 max-sm:py-3">
      <td className={cellClass}><JobStatusBadge status={status} /></td>
      <td className={`${cellClass} min-w-0 max-sm:flex-1 max-sm:basis-3/5 sm:w-2/5`}>
        <Link href={`/jobs/${id}`} className="rounded-chip after:absolute after:inset-0 hover:underline">
          <span className="font-medium">{jobKindLabels[kind]}{job.export !== null && ":"}</span> <span className="break-words text-muted [unicode-bidi:isolate]">{name}</span>
        </Link>
      </td>
      <td className={`${cellClass} whitespace-nowrap text-muted`}><span className="sm:relative" title={dateTime(createdAt)}>{ago(createdAt)}</span></td>
      <td className={`${cellClass} whitespace-nowrap text-muted tabular-nums max-sm:empty:hidden`}>
        {isOver ? startedAt !== null && finishedAt !== null && duration(startedAt, finishedAt) : percentWords(progress)}
      </td>
      <td className={`${cellClass} text-muted tabular-nums max-sm:empty:hidden`}><Found job={job} /></td>
      <td className={`${cellClass} text-end max-sm:ms-auto max-sm:empty:hidden`}>{!isOver && isCancellable(kind) && <span className="relative"><CancelJob id={id} kind={kind} name={name} /></span>}<DownloadFile job={job} className="relative" /></td>
    </tr>
  );
}

function Found({ job: { result } }: { job: ListedJob }) {
  if (result === null) return null;
  const { resources, added, changed, gone } = result;
  return (
    <>
      <span className="whitespace-nowrap text-ink">{counted(resources, "resource")}</span>{" "}
      {added > 0 && <span className="whitespace-nowrap">+{number(added)} new </span>}
      {changed > 0 && <span className="whitespace-nowrap">~{number(changed)} changed </span>}
      {gone > 0 && <span className="whitespace-nowrap">−{number(gone)} gone</span>}
    </>
  );
}
