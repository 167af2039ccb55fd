"use client";

import { FileUp, Plug, Plus } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useConnections, useSchedules, useSummary } from "../data/queries";
import { ImportArea, useOpenImport } from "../imports/import-area";
import { PageFrame } from "../shell/page-frame";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { onDemand } from "../ui/on-demand";
import { HeldKeys } from "../ui/held-keys";
import { ConnectionRow } from "./connection-row";
import { currentJob } from "./current-job";

const AddConnection = onDemand(() => import("./connect/add-connection").then((module) => module.AddConnection), HeldKeys);

export function Connections() {
  return (
    <ImportArea>
      <ConnectionsPage />
    </ImportArea>
  );
}

function ConnectionsPage() {
  const { data: connections, error, refetch } = useConnections();
  const { data: summary } = useSummary();
  const { data: schedules } = useSchedules();
  const openImport = useOpenImport();
  const [pointedAt] = useQueryState("connection");
  const [adding, setAdding] = useQueryState("add", parseAsStringLiteral(["cloud", "aws", "azure", "gcp"]));
  return (
    <PageFrame
      crumbs={[{ label: "Connections" }]}
      actions={
        <>
          <Button onClick={openImport}><FileUp size={15} aria-hidden /> <span className="max-sm:sr-only">Import</span></Button>
          <Button look="primary" onClick={() => void setAdding("cloud")}><Plus size={15} aria-hidden className="max-sm:hidden" /> <span>Connect <span className="max-sm:sr-only">a cloud</span></span></Button>
        </>
      }
    >
      {connections === undefined && error === null && <div className="rounded-card border border-hairline bg-surface"><SkeletonRows rows={5} label="Loading the connections" /></div>}
      {connections === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {connections?.length === 0 && (
        <div className="rounded-card border border-dashed border-control">
          <EmptyState
            icon={<Plug size={28} aria-hidden />}
            title="Nothing is connected"
            actions={
              <>
                <Button look="primary" onClick={() => void setAdding("cloud")}>Connect a cloud</Button>
                <Button onClick={openImport}>Import files</Button>
              </>
            }
          >
            Connect AWS, Azure or Google Cloud to discover what runs there, or drop files on this page: Terraform, ARM templates, exports of Azure and Google Cloud.
          </EmptyState>
        </div>
      )}
      {connections !== undefined && connections.length > 0 && (
        <ul className="flex flex-col gap-3">
          {connections.map((connection) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              isPointedAt={connection.id === pointedAt && summary !== undefined}
              job={summary && currentJob(connection, summary.jobs)}
              schedule={schedules?.find(({ connectionId }) => connectionId === connection.id)}
              unseen={summary?.unseen.filter(({ connectionId }) => connectionId === connection.id).map(({ coverage }) => coverage) ?? []}
            />
          ))}
        </ul>
      )}
      {adding !== null && <AddConnection cloud={adding === "cloud" ? null : adding} onChoose={(cloud) => void setAdding(cloud)} onImport={openImport} />}
    </PageFrame>
  );
}
