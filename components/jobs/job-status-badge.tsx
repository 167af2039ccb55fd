import { CircleCheck, CircleSlash, Clock, LoaderCircle, OctagonX, TriangleAlert } from "lucide-react";
import type { JobStatus } from "@/lib/core/job/job";
import { jobStatusLabels } from "../data/words";
import { Badge } from "../ui/badge";

const icons = { queued: Clock, running: LoaderCircle, succeeded: CircleCheck, partial: TriangleAlert, failed: OctagonX, cancelled: CircleSlash } as const;

export function JobStatusBadge({ status, className }: { status: JobStatus; className?: string }) {
  const Icon = icons[status];
  const { label, tone } = jobStatusLabels[status];
  return <Badge tone={tone} {...(className === undefined ? {} : { className })}><Icon size={12} aria-hidden className={status === "running" ? "animate-spin" : undefined} />{label}</Badge>;
}
