"use client";

import { Activity, SearchX } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useConnections, useJobs } from "../../data/queries";
import { jobStatusLabels } from "../../data/words";
import { PageFrame } from "../../shell/page-frame";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { ProblemNotice } from "../../ui/problem-notice";
import { Select } from "../../ui/select";
import { SkeletonRows } from "../../ui/skeleton";
import { JobTable } from "./job-table";

const statuses = ["running", "succeeded", "partial", "failed", "cancelled"] as const;
const options = [{ value: "", label: "All statuses" }, ...statuses.map((value) => ({ value, label: jobStatusLabels[value].label }))];
const statusInUrl = parseAsStringLiteral(statuses);

/** What ran in the background, newest first; of which status is in the address. */
export function Jobs() {
  const [status, setStatus] = useQueryState("status", statusInUrl);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useJobs(status ?? "");
  const { data: connections } = useConnections();
  const jobs = data?.pages.flatMap((page) => page.data);
  return (
    <PageFrame crumbs={[{ label: "Jobs" }]}>
      {(status !== null || (jobs !== undefined && jobs.length > 0)) && (
        <Select label="Status" value={status ?? ""} options={options} onChange={(value) => void setStatus(statuses.find((one) => one === value) ?? null)} className="self-start" />
      )}
      {jobs === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {jobs === undefined && error === null && <div className="rounded-card border border-hairline bg-surface"><SkeletonRows rows={6} label="Loading the jobs" /></div>}
      {jobs?.length === 0 && (status === null ? <NothingRan /> : <NoneOfStatus label={jobStatusLabels[status].label} onClear={() => void setStatus(null)} />)}
      {jobs !== undefined && jobs.length > 0 && <JobTable jobs={jobs} connections={connections} />}
      {hasNextPage && <Button className="self-center" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{isFetchingNextPage ? "Loading…" : "Show more"}</Button>}
    </PageFrame>
  );
}

function NothingRan() {
  return <EmptyState icon={<Activity size={28} aria-hidden />} title="Nothing has run yet">Discoveries, imports and exports are listed here, with what they found and what they could not see.</EmptyState>;
}

function NoneOfStatus({ label, onClear }: { label: string; onClear: () => void }) {
  return <EmptyState icon={<SearchX size={28} aria-hidden />} title="No such jobs" actions={<Button onClick={onClear}>Show all jobs</Button>}>There are none with the status “{label}”.</EmptyState>;
}
