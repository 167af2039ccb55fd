"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { ApiError } from "@/lib/api-client";
import type { Job, JobCell } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";
import { useConnections } from "../data/queries";
import { counted, jobKindLabels } from "../data/words";
import { PageFrame } from "../shell/page-frame";
import { buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { TabBar } from "../ui/tab-bar";
import { CellsPanel } from "./cells/cells-panel";
import { CoverageProblems } from "./coverage-problems";
import { groupProblems } from "./group-problems";
import { JobHeader } from "./header/job-header";
import { jobProblems } from "./job-problems";
import { jobUrl, type JobTab } from "./job-url";
import { useLiveJob } from "./live/use-live-job";
import { JobLog } from "./log/job-log";
import type { LogLine } from "./log/log-lines";
import { SeenTable } from "./seen-table";

export function JobPage({ id }: { id: string }) {
  const [url, setUrl] = useQueryStates(jobUrl, { history: "replace" });
  const { job, cells, log, error, retry } = useLiveJob(id, url.tab === "log");
  const { data: connections } = useConnections();
  const connection = connections && (connections.find((candidate) => candidate.id === job?.connectionId) ?? null);
  // While it runs they come one by one: below what somebody is looking at, which stays where it is.
  const problems = job !== undefined && <Problems job={job} cells={cells ?? []} />;
  return (
    <PageFrame crumbs={[{ label: "Jobs", href: "/jobs" }, { label: job === undefined ? "Job" : jobKindLabels[job.kind] }]}>
      {job === undefined && error === null && <div className="rounded-card border border-hairline bg-surface"><SkeletonRows rows={4} label="Loading the job" /></div>}
      {job === undefined && error !== null && (isMissing(error) ? <NoSuchJob /> : <ProblemNotice error={error} onRetry={retry} />)}
      {job !== undefined && (
        <>
          <JobHeader job={job} cells={cells ?? []} connection={connection} />
          {hasEnded(job) && problems}
          {job.kind === "discovery" && cells !== undefined && <Details job={job} cells={cells} log={log} {...url} onTab={(tab) => void setUrl({ tab })} onShow={(show) => void setUrl({ show })} />}
          {!hasEnded(job) && problems}
          {cells?.length === 0 && job.coverage.length > 0 && <SeenTable coverage={job.coverage} />}
        </>
      )}
    </PageFrame>
  );
}

function Problems({ job, cells }: { job: Job; cells: readonly JobCell[] }) {
  const problems = jobProblems(job, cells);
  if (problems.length === 0) return null;
  return (
    <div className="rounded-card border border-hairline bg-surface p-4">
      <CoverageProblems coverage={problems} title={counted(groupProblems(problems).length, "problem")} />
    </div>
  );
}

interface DetailsProps {
  job: Job;
  cells: readonly JobCell[];
  log: readonly LogLine[];
  tab: JobTab;
  show: "all" | "problems";
  onTab: (tab: JobTab) => void;
  onShow: (show: "all" | "problems") => void;
}

const tabLabels: Record<JobTab, string> = { calls: "Services", log: "Log" };

function Details({ job, cells, log, tab, show, onTab, onShow }: DetailsProps) {
  return (
    <section aria-label="Details" className="min-w-0 overflow-hidden rounded-card border border-hairline bg-surface">
      <TabBar
        label="Details"
        items={[{ id: "calls", content: tabLabels.calls }, { id: "log", content: tabLabels.log }]}
        value={tab}
        onChange={onTab}
        className="flex gap-4 border-b border-hairline px-4"
        tabClassName="-mb-px flex h-10 items-center border-b-2 border-transparent font-medium text-muted hover:text-ink focus-visible:-outline-offset-2 aria-selected:border-primary aria-selected:text-ink"
      />
      <div role="tabpanel" aria-label={tabLabels[tab]}>
        {tab === "log" ? (
          <JobLog lines={log} isRunning={!hasEnded(job)} />
        ) : cells.length === 0 ? (
          <p className="px-4 py-5 text-muted">{hasEnded(job) ? "It ended before it was planned: nothing was looked at." : "What there is to look at is listed here as soon as the account has answered."}</p>
        ) : (
          <CellsPanel cells={cells} show={show} onShow={onShow} />
        )}
      </div>
    </section>
  );
}

function NoSuchJob() {
  return (
    <EmptyState icon={<SearchX size={28} aria-hidden />} title="There is no such job" actions={<Link href="/jobs" className={buttonClass("primary")}>See all jobs</Link>}>
      The address has a typing error, or it is of another CloudViz.
    </EmptyState>
  );
}

function isMissing(error: Error): boolean {
  return error instanceof ApiError && error.status === 404;
}
