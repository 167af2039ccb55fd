import type { Connection } from "@/lib/core/connection";
import type { Job, JobKind, JobStatus } from "@/lib/core/job/job";
import type { Tone } from "../ui/badge";

const locale = "en";
const plural = new Intl.PluralRules(locale);
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

export function number(value: number): string {
  return value.toLocaleString(locale);
}

/** "1 resource", "1,204 resources" */
export function counted(value: number, one: string, other = `${one}s`): string {
  return `${number(value)} ${plural.select(value) === "one" ? one : other}`;
}

const steps = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** "3 hours ago" of an RFC 3339 moment. */
export function ago(at: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  for (const { unit, seconds: size } of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return "just now";
}

/** The moment in the person's own zone. */
export function dateTime(at: string): string {
  return moment.format(new Date(at));
}

export function duration(from: string, to: string): string {
  const ms = Math.max(0, Date.parse(to) - Date.parse(from));
  return ms < 9_950 ? `${(ms / 1000).toFixed(1)} s` : wholeSeconds(ms);
}

/** Of what goes on: tenths would only flicker. */
export function wholeSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** How far a job has come; null while nobody knows of how much. */
export function percentWords({ done, planned }: Job["progress"]): string | null {
  return planned === null || planned === 0 ? null : `${Math.floor((done / planned) * 100)} %`;
}

export const jobKindLabels: Record<JobKind, string> = { discovery: "Discovery", import: "Import", export: "Export", webhook: "Webhook" };

export const jobStatusLabels: Record<JobStatus, { label: string; tone: Tone }> = {
  queued: { label: "Waiting", tone: "neutral" },
  running: { label: "Running", tone: "info" },
  succeeded: { label: "Succeeded", tone: "ok" },
  partial: { label: "Partly", tone: "warn" },
  failed: { label: "Failed", tone: "danger" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

/** What a diagram is made of, with connections by their names: "shop.tfstate region:eu-*". */
export function sourceWords(filter: string, connections: readonly Pick<Connection, "id" | "name">[]): string {
  if (filter === "") return "The whole inventory";
  return filter.replace(/source="?(con_[0-9A-Za-z]+)"?/g, (term, id: string) => connections.find((connection) => connection.id === id)?.name ?? term);
}
