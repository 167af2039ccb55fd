import type { CellStatus, JobCell, JobEvent, JobStatus } from "@/lib/core/job/job";
import { counted } from "../../data/words";
import { exportStageWords } from "../export-stage-words";

export interface LogLine {
  /** Of the event; of several, the last. */
  id: number;
  at: string;
  level: "info" | "warn" | "error";
  text: string;
  /** How many planned calls it stands for. */
  planned?: number;
}

const jobWords: Record<JobStatus, { text: string; level: LogLine["level"] }> = {
  queued: { text: "Waiting to start", level: "info" },
  running: { text: "Started", level: "info" },
  succeeded: { text: "Ended: everything was seen", level: "info" },
  partial: { text: "Ended: a part was seen", level: "warn" },
  failed: { text: "Ended: failed", level: "error" },
  cancelled: { text: "Ended: cancelled", level: "warn" },
};

const cellWords: Record<CellStatus, { text: (cell: JobCell) => string; level: LogLine["level"] }> = {
  queued: { text: () => "planned", level: "info" },
  running: { text: () => "asking", level: "info" },
  throttled: { text: () => "throttled, tried again shortly", level: "warn" },
  complete: { text: ({ count }) => `${counted(count, "resource")} found`, level: "info" },
  empty: { text: () => "nothing there", level: "info" },
  skipped: { text: () => "skipped, not enabled for the account", level: "info" },
  denied: { text: ({ permission }) => (permission === null ? "denied" : `denied, ${permission} is missing`), level: "warn" },
  failed: { text: () => "failed", level: "error" },
  cancelled: { text: () => "cancelled", level: "info" },
};

/** The log with what has happened since, a line each; calls that are planned together are one line. */
export function addToLog(log: readonly LogLine[], events: readonly JobEvent[]): LogLine[] {
  const lines = [...log];
  for (const event of events) {
    const { id, at } = event;
    if (event.type === "cell" && event.data.status === "queued") {
      const before = lines.at(-1)?.planned === undefined ? undefined : lines.pop();
      const planned = (before?.planned ?? 0) + 1;
      lines.push({ id, at: before?.at ?? at, level: "info", text: `${counted(planned, "call")} planned`, planned });
    } else {
      lines.push({ id, at, ...wordsOf(event) });
    }
  }
  return lines;
}

/** As text to keep or to send: a line each, with the moment in UTC. */
export function logText(lines: readonly LogLine[]): string {
  return lines.map(({ at, level, text }) => `${at} ${level.padEnd(5)} ${text}`).join("\n");
}

function wordsOf(event: JobEvent): Pick<LogLine, "level" | "text"> {
  if (event.type === "log") return { level: event.data.level, text: event.data.message };
  if (event.type === "stage") return { level: "info", text: exportStageWords[event.data.stage] };
  if (event.type === "job") return { level: jobWords[event.data.status].level, text: because(jobWords[event.data.status].text, event.data.error) };
  const { status, account, region, collector, message } = event.data;
  const { text, level } = cellWords[status];
  const isTold = status === "failed" || status === "denied";
  return { level, text: because(`${account} ${region ?? "global"} ${collector}: ${text(event.data)}`, isTold ? message : null) };
}

function because(text: string, reason: string | null): string {
  return reason === null ? text : `${text}. ${reason}`;
}
