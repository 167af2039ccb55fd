import { CircleCheck, CircleDashed, CircleMinus, CircleSlash, Clock, Hourglass, LoaderCircle, Lock, OctagonX, type LucideIcon } from "lucide-react";
import type { CellStatus } from "@/lib/core/job/job";
import { classNames } from "../../ui/class-names";

const looks: Record<CellStatus, { icon: LucideIcon; label: string; tone: string }> = {
  queued: { icon: Clock, label: "Waiting", tone: "text-muted" },
  running: { icon: LoaderCircle, label: "Running", tone: "text-link" },
  throttled: { icon: Hourglass, label: "Throttled, tried again shortly", tone: "text-warn" },
  complete: { icon: CircleCheck, label: "Complete", tone: "text-ok" },
  empty: { icon: CircleDashed, label: "Empty", tone: "text-muted" },
  skipped: { icon: CircleMinus, label: "Skipped, region not enabled", tone: "text-muted" },
  denied: { icon: Lock, label: "Denied", tone: "text-danger" },
  failed: { icon: OctagonX, label: "Failed", tone: "text-danger" },
  cancelled: { icon: CircleSlash, label: "Cancelled", tone: "text-muted" },
};

/** How one call went: an icon and a word, so that it is never told by colour alone. */
export function CellStatusMark({ status, className }: { status: CellStatus; className?: string }) {
  const { icon: Icon, label, tone } = looks[status];
  return (
    <span className={classNames("inline-flex min-w-0 items-center gap-1.5 text-sm", tone, className)}>
      <Icon size={13} aria-hidden className={classNames("shrink-0", status === "running" && "animate-spin motion-reduce:animate-none")} />
      <span className="truncate">{label}</span>
    </span>
  );
}
