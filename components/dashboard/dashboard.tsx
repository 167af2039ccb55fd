"use client";

import { FileUp } from "lucide-react";
import { useSummary } from "../data/queries";
import { ImportArea, useOpenImport } from "../imports/import-area";
import { PageFrame } from "../shell/page-frame";
import { Button } from "../ui/button";
import { onDemand } from "../ui/on-demand";
import { ProblemNotice } from "../ui/problem-notice";
import { Skeleton } from "../ui/skeleton";
import { DemoBanner } from "./demo-banner";
import { SummaryView } from "./summary-view";

/** Seen once. */
const FirstRun = onDemand(() => import("./first-run").then((module) => module.FirstRun), Loading);

export function Dashboard() {
  return (
    <ImportArea>
      <DashboardPage />
    </ImportArea>
  );
}

function DashboardPage() {
  const { data: summary, error, refetch } = useSummary();
  const openImport = useOpenImport();
  const isEmpty = summary !== undefined && summary.connections.length === 0;
  return (
    <PageFrame
      crumbs={[{ label: "Dashboard" }]}
      actions={summary === undefined || isEmpty ? undefined : <Button onClick={openImport}><FileUp size={15} aria-hidden /> Import</Button>}
    >
      {summary === undefined && error === null && <Loading />}
      {summary === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isEmpty && <FirstRun />}
      {summary?.hasDemo === true && <DemoBanner />}
      {summary !== undefined && !isEmpty && <SummaryView summary={summary} />}
    </PageFrame>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the dashboard" className="flex flex-col gap-4 sm:gap-6">
      <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-5">{Array.from({ length: 5 }, (_, index) => <Skeleton key={index} className="h-[78px] rounded-card" />)}</div>
      <div className="grid gap-4 sm:gap-6 lg:grid-cols-2"><Skeleton className="h-80 rounded-card" /><Skeleton className="h-80 rounded-card" /></div>
    </div>
  );
}
