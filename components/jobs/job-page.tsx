"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleX } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { cancelJob, createDiagram } from "@/lib/api-client";
import type { Connection } from "@/lib/core/connection";
import type { Job } from "@/lib/core/job";
import { isRunning, refreshInventory, useConnections, useJob } from "../data/queries";
import { ago, counted, dateTime, duration, jobKindLabels, number } from "../data/words";
import { PageFrame } from "../shell/page-frame";
import { Button, buttonClass } from "../ui/button";
import { Panel } from "../ui/panel";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { CoverageProblems } from "./coverage-problems";
import { JobStatusBadge } from "./job-status-badge";

export function JobPage({ id }: { id: string }) {
  const { data: job, error, refetch } = useJob(id);
  const { data: connections } = useConnections();
  const client = useQueryClient();
  const status = job?.status;
  useEffect(() => {
    // Its end changes counts and pictures everywhere.
    if (status !== undefined && !isRunning({ status })) void refreshInventory(client);
  }, [status, client]);
  return (
    <PageFrame crumbs={[{ label: "Jobs", href: "/jobs" }, { label: job === undefined ? "…" : jobKindLabels[job.kind] }]}>
      {job === undefined && error === null && <div className="rounded-card border border-hairline bg-surface"><SkeletonRows rows={4} label="Loading the job" /></div>}
      {job === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {job !== undefined && <JobView job={job} connection={connections?.find((connection) => connection.id === job.connectionId)} />}
    </PageFrame>
  );
}

function JobView({ job, connection }: { job: Job; connection: Connection | undefined }) {
  const running = isRunning(job);
  const problems = job.coverage.filter(({ status }) => status !== "complete");
  const cancel = useMutation({ mutationFn: () => cancelJob(job.id) });
  return (
    <>
      <Panel
        title={connection?.name ?? jobKindLabels[job.kind]}
        aside={
          <div className="flex items-center gap-2">
            <JobStatusBadge status={job.status} />
            {running && <Button size="small" disabled={cancel.isPending || cancel.isSuccess} onClick={() => cancel.mutate()}><CircleX size={14} aria-hidden /> {cancel.isSuccess ? "Cancelling…" : "Cancel"}</Button>}
          </div>
        }
      >
        <div className="flex flex-col gap-4 p-4">
          {running && <Progress job={job} />}
          {job.error !== null && <div role="alert" className="rounded-card border border-danger bg-danger-ground p-3 break-words">{job.error}</div>}
          {cancel.error !== null && <ProblemNotice error={cancel.error} />}
          {job.result !== null && (
            <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
              <Figure label="Resources" value={job.result.resources} />
              <Figure label="Relationships" value={job.result.edges} />
              <Figure label="New" value={job.result.added} />
              <Figure label="Changed" value={job.result.changed} />
              <Figure label="Gone" value={job.result.gone} />
            </dl>
          )}
          {job.result !== null && job.result.notices.length > 0 && (
            <ul className="flex flex-col gap-1 text-warn">{job.result.notices.map((notice) => <li key={notice} className="break-words">{notice}</li>)}</ul>
          )}
          <p className="text-sm text-muted">
            {jobKindLabels[job.kind]}, started <span title={dateTime(job.createdAt)}>{ago(job.createdAt)}</span>
            {job.startedAt !== null && job.finishedAt !== null && `, took ${duration(job.startedAt, job.finishedAt)}`}
          </p>
          {!running && connection !== undefined && job.result !== null && job.result.resources > 0 && <Onward connection={connection} />}
        </div>
      </Panel>
      {problems.length > 0 && <Panel title={counted(problems.length, "problem")}><div className="p-4"><CoverageProblems coverage={problems} /></div></Panel>}
      {job.coverage.length > problems.length && <SeenTable job={job} />}
    </>
  );
}

function Progress({ job: { progress, status } }: { job: Job }) {
  const share = progress.planned === null || progress.planned === 0 ? null : progress.done / progress.planned;
  return (
    <div>
      <div role="progressbar" aria-label="Progress" aria-valuemin={0} aria-valuemax={100} {...(share === null ? {} : { "aria-valuenow": Math.round(share * 100) })} className="h-1.5 overflow-hidden rounded-full bg-hover">
        <div className={`h-full rounded-full bg-primary transition-[width] duration-200 ${share === null ? "w-1/4 animate-pulse" : ""}`} style={share === null ? undefined : { width: `${share * 100}%` }} />
      </div>
      <p role="status" className="mt-2 text-muted tabular-nums">
        {status === "queued" ? "Waiting to start" : progress.planned === null ? `${number(progress.done)} done` : `${number(progress.done)} of ${number(progress.planned)}`}
      </p>
    </div>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  return <div><dt className="text-sm text-muted">{label}</dt><dd className="text-xl font-semibold tabular-nums">{number(value)}</dd></div>;
}

function Onward({ connection }: { connection: Connection }) {
  const router = useRouter();
  const client = useQueryClient();
  const draw = useMutation({
    mutationFn: () => createDiagram({ title: connection.name, source: { filter: `source=${connection.id}`, at: null } }),
    onSuccess: (diagram) => {
      router.push(`/d/${diagram.id}`);
      void client.invalidateQueries({ queryKey: ["diagrams"] });
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="primary" disabled={draw.isPending} onClick={() => draw.mutate()}>{draw.isPending ? "Opening…" : "Open as a diagram"}</Button>
      <Link href={`/inventory?q=${encodeURIComponent(`source=${connection.id}`)}`} className={buttonClass()}>See the inventory</Link>
      {draw.error !== null && <ProblemNotice error={draw.error} className="w-full" />}
    </div>
  );
}

function SeenTable({ job }: { job: Job }) {
  const rows = job.coverage.filter(({ status }) => status === "complete");
  return (
    <Panel title="Seen completely">
      <div className="overflow-x-auto">
        <table className="w-full text-start">
          <thead><tr className="border-b border-hairline text-sm text-muted">{["Collector", "Account", "Region"].map((head) => <th key={head} scope="col" className="px-4 py-2 text-start font-medium">{head}</th>)}<th scope="col" className="px-4 py-2 text-end font-medium">Resources</th></tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.collector} ${row.account} ${row.region ?? ""}`} className="border-b border-hairline last:border-0">
                <td className="px-4 py-1.5 font-mono text-sm">{row.collector}</td>
                <td className="px-4 py-1.5 tabular-nums">{row.account}</td>
                <td className="px-4 py-1.5">{row.region ?? "global"}</td>
                <td className="px-4 py-1.5 text-end tabular-nums">{number(row.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
