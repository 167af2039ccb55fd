"use client";

import { RotateCw } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";
import type { Connection } from "@/lib/core/connection";
import type { Job, JobCell, JobExport } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";
import { ago, dateTime, duration, jobKindLabels, jobStatusLabels, number } from "../../data/words";
import { connectionHref } from "../../connections/connection-href";
import { Button } from "../../ui/button";
import { keepFocus } from "../../ui/keep-focus";
import { ProblemNotice } from "../../ui/problem-notice";
import { CancelJob, isCancellable } from "../cancel-job";
import { canRetry, totalsOf } from "../cells/cell-tree";
import { DownloadFile } from "../download-file";
import { isKept } from "../is-kept";
import { JobProgress } from "./job-progress";
import { JobStatusBadge } from "../job-status-badge";
import { Onward } from "./onward";
import { useJobActions } from "../use-job-actions";

/** `connection`: undefined while it is not known, null when it was removed. */
export function JobHeader({ job, cells, connection }: { job: Job; cells: readonly JobCell[]; connection: Connection | null | undefined }) {
  const { retry } = useJobActions(job.id);
  const isOver = hasEnded(job);
  const missed = isOver ? cells.filter(canRetry).length : 0;
  const retryLabel = retryWords(job, missed);
  const { result } = job;
  return (
    <section aria-label="Job" className="min-w-0 rounded-card border border-hairline bg-surface">
      <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-b border-hairline px-4 py-2">
        <div className="min-w-0 flex-1 basis-48">
          <h2 className="text-md font-semibold break-words [unicode-bidi:isolate]">
            {job.export !== null ? <ExportSubject {...job.export} /> : connection ? <Link href={connectionHref(connection.id)} className="rounded-chip hover:underline">{connection.name}</Link> : connection === null ? "Connection removed" : jobKindLabels[job.kind]}
          </h2>
          <p className="text-sm text-muted">
            {jobKindLabels[job.kind]}, begun <span title={dateTime(job.createdAt)}>{ago(job.createdAt)}</span> <By job={job} connection={connection} />
            {isOver && job.startedAt !== null && job.finishedAt !== null && `, took ${duration(job.startedAt, job.finishedAt)}`}
            {job.attempt > 1 && ` · attempt ${number(job.attempt)}`}
          </p>
        </div>
        <JobStatusBadge status={job.status} />
        {!isOver && isCancellable(job.kind) && <CancelJob key={job.attempt} id={job.id} kind={job.kind} />}
        <DownloadFile job={job} />
        {retryLabel !== null && connection && (
          <RetryButton isPending={retry.isPending} onRetry={() => retry.mutate()}>{retryLabel}</RetryButton>
        )}
      </header>
      <p role="status" className="sr-only">{announced(job, cells)}</p>
      <div className="flex flex-col gap-4 p-4">
        {!isOver && <JobProgress job={job} cells={cells} />}
        {job.error !== null && <div role="alert" className="rounded-card border border-danger bg-danger-ground p-3 break-words">{job.error}</div>}
        {retry.error !== null && <ProblemNotice error={retry.error} />}
        {job.status === "cancelled" && <p className="text-muted">{job.kind === "export" ? "It was cancelled: there is no file." : "It was cancelled. What it had seen by then is kept; nothing that it had not looked at was removed."}</p>}
        {job.export !== null && <FileWords {...job.export} />}
        {result !== null && (
          <dl className="grid grid-cols-3 gap-x-4 gap-y-3 sm:grid-cols-5 sm:gap-x-6">
            <Figure label="Resources" value={result.resources} />
            <Figure label="Relationships" value={result.edges} />
            <Figure label="New" value={result.added} />
            <Figure label="Changed" value={result.changed} />
            <Figure label="Gone" value={result.gone} />
          </dl>
        )}
        {result !== null && result.notices.length > 0 && <ul className="flex flex-col gap-1 text-warn">{result.notices.map((notice) => <li key={notice} className="break-words">{notice}</li>)}</ul>}
        {connection && connection.resourceCount > 0 && <Onward connection={connection} />}
      </div>
    </section>
  );
}

/** What is said to those who do not see it: how it stands, and each tenth that is done. */
function announced({ kind, status }: Job, cells: readonly JobCell[]): string {
  const { planned, done } = totalsOf(cells);
  const tenths = planned === 0 ? 0 : Math.floor((done / planned) * 10);
  return `${jobKindLabels[kind]}: ${jobStatusLabels[status].label}${status === "running" && tenths > 0 ? `, ${tenths * 10} percent done` : ""}`;
}

function ExportSubject({ diagramId, title, format }: JobExport) {
  return <>{format} of <Link href={`/d/${diagramId}`} className="rounded-chip hover:underline">{title}</Link></>;
}

function FileWords({ filename, expiresAt }: Pick<JobExport, "filename" | "expiresAt">) {
  if (filename === null || expiresAt === null) return null;
  return <p className="break-words text-muted"><span className="text-ink">{filename}</span>, {isKept({ filename, expiresAt }) ? "kept until" : "was kept until"} {dateTime(expiresAt)}</p>;
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-xl font-semibold tabular-nums">{number(value)}</dd>
    </div>
  );
}

function RetryButton({ isPending, onRetry, children }: { isPending: boolean; onRetry: () => void; children: string }) {
  // It goes when the job goes on.
  useEffect(() => keepFocus, []);
  return <Button size="small" disabled={isPending} onClick={onRetry}><RotateCw size={14} aria-hidden /> {children}</Button>;
}

/** What a retry does; null when there is nothing to try again. */
function retryWords({ kind, status }: Job, missed: number): string | null {
  if (missed > 0) return `${status === "cancelled" ? "Look at the rest" : "Retry what failed"} (${number(missed)})`;
  // It failed as a whole: before it was planned, or when what it saw was to be published.
  return kind === "discovery" && status === "failed" ? "Try again" : null;
}

/** Until there is sign-in, everyone is the owner. A schedule is shown with its connection. */
function By({ job: { createdBy }, connection }: { job: Job; connection: Connection | null | undefined }) {
  if (createdBy === "local-owner") return "by you";
  if (!createdBy.startsWith("schedule:")) return `by ${createdBy}`;
  if (!connection) return "by its schedule";
  return <>by <Link href={connectionHref(connection.id)} className="rounded-chip underline decoration-hairline underline-offset-2 hover:text-ink">its schedule</Link></>;
}
