import type { Schedule } from "@/lib/core/job/schedule";

export const rhythms = [
  { value: "never", label: "Only when somebody asks" },
  { value: "hourly", label: "Every hour" },
  { value: "daily", label: "Every day" },
  { value: "weekdays", label: "Monday to Friday" },
  { value: "weekly", label: "Every week" },
  { value: "cron", label: "At other times (cron)" },
] as const;
export type Rhythm = (typeof rhythms)[number]["value"];

export const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

export interface ScheduleForm {
  rhythm: Rhythm;
  /** `HH:MM`; of an hourly one only the minute counts. */
  time: string;
  /** Into `weekdays`. */
  weekday: number;
  cron: string;
  timezone: string;
}

/** A cron that says one of the simple things, taken apart. */
function simple(cron: string): Pick<ScheduleForm, "rhythm" | "time" | "weekday"> | null {
  const [, minute = "", hour = "", day = ""] = /^(\d{1,2}) (\d{1,2}|\*) \* \* (\*|1-5|[0-6])$/.exec(cron.trim()) ?? [];
  if (minute === "" || Number(minute) > 59 || Number(hour) > 23) return null;
  if (hour === "*") return day === "*" ? { rhythm: "hourly", time: `00:${minute.padStart(2, "0")}`, weekday: 1 } : null;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (day === "*" || day === "1-5") return { rhythm: day === "*" ? "daily" : "weekdays", time, weekday: 1 };
  return { rhythm: "weekly", time, weekday: Number(day) };
}

/** What the dialog begins with. */
export function formOf(schedule: Pick<Schedule, "cron" | "timezone" | "enabled"> | undefined, timezone: string): ScheduleForm {
  const empty = { time: "06:00", weekday: 1, cron: "0 6 * * *", timezone };
  if (schedule === undefined) return { ...empty, rhythm: "never" };
  const known = { ...empty, cron: schedule.cron, timezone: schedule.timezone, ...(simple(schedule.cron) ?? { rhythm: "cron" as const }) };
  return schedule.enabled ? known : { ...known, rhythm: "never" };
}

/** Five fields; null = never. */
export function cronOf({ rhythm, time, weekday, cron }: ScheduleForm): string | null {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  switch (rhythm) {
    case "never":
      return null;
    case "hourly":
      return `${minute} * * * *`;
    case "daily":
      return `${minute} ${hour} * * *`;
    case "weekdays":
      return `${minute} ${hour} * * 1-5`;
    case "weekly":
      return `${minute} ${hour} * * ${weekday}`;
    case "cron":
      return cron.trim();
  }
}

/** "every day at 06:00", "every hour", or the cron itself. */
export function scheduleWords(cron: string): string {
  const form = simple(cron);
  switch (form?.rhythm) {
    case "hourly":
      return form.time === "00:00" ? "every hour" : `every hour at ${form.time.slice(2)}`;
    case "daily":
      return `every day at ${form.time}`;
    case "weekdays":
      return `Monday to Friday at ${form.time}`;
    case "weekly":
      return `every ${weekdays[form.weekday] ?? ""} at ${form.time}`;
    default:
      return `at ${cron}`;
  }
}
