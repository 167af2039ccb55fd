import { FileUp, FlaskConical, Plug } from "lucide-react";
import Link from "next/link";
import type { Summary } from "@/lib/core/api/summary";
import type { Connection } from "@/lib/core/connection";
import type { Coverage } from "@/lib/core/resource/coverage";
import type { ListedJob } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";
import { counted } from "../data/words";
import { countProblems } from "../jobs/count-problems";
import { JobStatusBadge } from "../jobs/job-status-badge";
import { Badge } from "../ui/badge";
import { connectionHref } from "./connection-href";
import { currentJob } from "./current-job";

/** Each connection with what it sees and whether it is well. */
export function ConnectionLines({ connections, jobs, unseen }: { connections: readonly Connection[]; jobs: readonly ListedJob[]; unseen: Summary["unseen"] }) {
  return (
    <ul className="py-1.5">
      {connections.map((connection) => (
        <li key={connection.id} className="relative flex min-h-11 items-center gap-3 px-4 py-1.5 hover:bg-hover">
          <ConnectionIcon kind={connection.kind} />
          <Link href={connectionHref(connection.id)} className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0" title={connection.name}>{connection.name}</Link>
          <span className="shrink-0 text-sm text-muted">{counted(connection.resourceCount, "resource")}</span>
          <span className="relative inline-flex"><Health connection={connection} job={currentJob(connection, jobs)} unseen={unseen.filter(({ connectionId }) => connectionId === connection.id).map(({ coverage }) => coverage)} /></span>
        </li>
      ))}
    </ul>
  );
}

export function ConnectionIcon({ kind }: { kind: Connection["kind"] }) {
  const Icon = kind === "cloud" ? Plug : kind === "demo" ? FlaskConical : FileUp;
  return <Icon size={16} aria-hidden className="shrink-0 text-muted" />;
}

export function Health({ connection, job, unseen }: { connection: Connection; job: ListedJob | undefined; unseen: readonly Coverage[] }) {
  const problems = countProblems(unseen);
  if (problems > 0 && connection.lastJobId !== null && (job === undefined || hasEnded(job))) {
    return <Link href={`/jobs/${connection.lastJobId}`} className="rounded-chip"><Badge tone="warn">{counted(problems, "problem")}</Badge></Link>;
  }
  if (job !== undefined) return <Link href={`/jobs/${job.id}`} className="rounded-chip"><JobStatusBadge status={job.status} /></Link>;
  if (connection.kind === "demo") return <Badge>Demo</Badge>;
  return <Badge tone={connection.lastJobId === null ? "neutral" : "ok"}>{connection.lastJobId === null ? "Not looked at yet" : "OK"}</Badge>;
}
