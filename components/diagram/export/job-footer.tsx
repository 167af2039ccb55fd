import type { Job } from "@/lib/core/job/job";
import { percentWords } from "../../data/words";
import { ProgressBar } from "../../jobs/header/job-progress";
import { Button } from "../../ui/button";

/** How far an export in the background is, and the ways not to wait for it. */
export function JobFooter({ job, onLeave, onCancel, isCancelling }: { job: Job; onLeave: () => void; onCancel: () => void; isCancelling: boolean }) {
  const { done, planned } = job.progress;
  const words = percentWords(job.progress);
  return (
    <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-2">
      <div className="flex min-w-40 flex-1 flex-col gap-1.5">
        <p role="status" className="text-sm text-muted tabular-nums">{job.status === "queued" ? "Waiting to start" : words === null ? "Drawing in the background" : `Drawing in the background, ${words}`}</p>
        <ProgressBar label="Progress of the export" percent={planned === null || planned === 0 ? null : Math.floor((done / planned) * 100)} />
      </div>
      <Button onClick={onCancel} disabled={isCancelling}>{isCancelling ? "Cancelling…" : "Cancel"}</Button>
      <Button look="primary" onClick={onLeave}>Run in background</Button>
    </div>
  );
}
