"use client";

import { Activity } from "lucide-react";
import { useConnections, useJobs } from "../data/queries";
import { PageFrame } from "../shell/page-frame";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { JobLines } from "./job-lines";

export function Jobs() {
  const { data: jobs, error, refetch } = useJobs();
  const { data: connections } = useConnections();
  return (
    <PageFrame crumbs={[{ label: "Jobs" }]}>
      {jobs === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {jobs?.length === 0 ? (
        <EmptyState icon={<Activity size={28} aria-hidden />} title="Nothing has run yet">Discoveries and imports are listed here, with what they found and what they could not see.</EmptyState>
      ) : (
        <div className="overflow-hidden rounded-card border border-hairline bg-surface">
          {jobs === undefined ? error === null && <SkeletonRows rows={6} label="Loading the jobs" /> : <JobLines jobs={jobs} connections={connections ?? []} />}
        </div>
      )}
    </PageFrame>
  );
}
