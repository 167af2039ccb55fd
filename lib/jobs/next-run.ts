import { Cron } from "croner";
import { CloudVizError } from "../core/error";

/**
 * When a cron of five fields comes next after `after`, in an IANA time zone.
 * @throws CloudVizError "invalid-request" for what is no cron, no time zone, or never comes.
 */
export function nextRun({ cron, timezone }: { cron: string; timezone: string }, after: Date): Date {
  if (cron.trim().split(/\s+/).length !== 5) throw refused("cron", "A cron has five fields: minute, hour, day of the month, month, day of the week. Example: 0 6 * * 1-5");
  const next = parse(cron, timezone).nextRun(after);
  if (next === null) throw refused("cron", "This cron never comes.");
  return next;
}

function parse(cron: string, timezone: string): Cron {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
  } catch {
    throw refused("timezone", "There is no such time zone. Examples: UTC, Europe/Berlin, America/New_York");
  }
  try {
    return new Cron(cron, { timezone, mode: "5-part" });
  } catch (error) {
    throw refused("cron", `The cron cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refused(field: "cron" | "timezone", detail: string): CloudVizError {
  return new CloudVizError("invalid-request", detail, { details: [{ pointer: `/${field}`, detail }] });
}
