import { CirclePause, OctagonX, TriangleAlert, type LucideIcon } from "lucide-react";
import type { Status } from "@/lib/scene/view/view";

const marks: Partial<Record<Status, { label: string; icon: LucideIcon; className: string }>> = {
  stopped: { label: "Stopped", icon: CirclePause, className: "text-muted" },
  warning: { label: "Warning", icon: TriangleAlert, className: "text-warn" },
  error: { label: "Error", icon: OctagonX, className: "text-danger" },
};

/** What is not as it should be, by shape and word; what runs well or says nothing has no mark. */
export function StatusMark({ status }: { status: Status }) {
  const mark = marks[status];
  if (mark === undefined) return null;
  const { label, icon: Icon, className } = mark;
  return (
    <span title={label} className={`inline-flex shrink-0 ${className}`}>
      <Icon size={14} aria-hidden />
      <span className="sr-only">{label}</span>
    </span>
  );
}
