import { FileText, FlaskConical, Plug } from "lucide-react";
import Link from "next/link";
import type { Summary } from "@/lib/core/api/summary";
import type { Connection } from "@/lib/core/connection";
import type { ListedJob } from "@/lib/core/job";
import { counted } from "../data/words";
import { Badge } from "../ui/badge";
import { JobStatusBadge } from "../jobs/job-status-badge";

/** Each connection with what it sees and whether it is well. */
export function ConnectionLines({ connections, jobs, unseen }: { connections: readonly Connection[]; jobs: readonly ListedJob[]; unseen: Summary["unseen"] }) {
  return (
    <ul className="py-1.5">
      {connections.map((connection) => (
        <li key={connection.id} className="flex min-h-11 items-center gap-3 px-4 py-1.5">
          <ConnectionIcon kind={connection.kind} />
          <span className="min-w-0 flex-1 truncate font-medium" title={connection.name}>{connection.name}</span>
          <span className="shrink-0 text-sm text-muted">{counted(connection.resourceCount, "resource")}</span>
          <Health connection={connection} job={jobs.find(({ id }) => id === connection.lastJobId)} unseenCount={unseen.filter(({ connectionId }) => connectionId === connection.id).length} />
        </li>
      ))}
    </ul>
  );
}

export function ConnectionIcon({ kind }: { kind: Connection["kind"] }) {
  const Icon = kind === "cloud" ? Plug : kind === "demo" ? FlaskConical : FileText;
  return <Icon size={16} aria-hidden className="shrink-0 text-muted" />;
}

export function Health({ connection, job, unseenCount }: { connection: Connection; job: ListedJob | undefined; unseenCount: number }) {
  if (unseenCount > 0 && connection.lastJobId !== null) {
    return <Link href={`/jobs/${connection.lastJobId}`} className="rounded-chip"><Badge tone="warn">{counted(unseenCount, "problem")}</Badge></Link>;
  }
  if (job !== undefined) return <Link href={`/jobs/${job.id}`} className="rounded-chip"><JobStatusBadge status={job.status} /></Link>;
  if (connection.kind === "demo") return <Badge>Demo</Badge>;
  return <Badge tone={connection.lastJobId === null ? "neutral" : "ok"}>{connection.lastJobId === null ? "Not looked at yet" : "OK"}</Badge>;
}
