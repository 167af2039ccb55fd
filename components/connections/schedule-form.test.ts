import { expect, test } from "vitest";
import { cronOf, formOf, scheduleWords } from "./schedule-form";

const zone = "Europe/Berlin";

test.each([
  ["0 * * * *", "hourly", "every hour"],
  ["15 * * * *", "hourly", "every hour at :15"],
  ["30 6 * * *", "daily", "every day at 06:30"],
  ["5 22 * * 1-5", "weekdays", "Monday to Friday at 22:05"],
  ["0 0 * * 0", "weekly", "every Sunday at 00:00"],
  ["*/10 * * * *", "cron", "at */10 * * * *"],
  ["0 6 1 * *", "cron", "at 0 6 1 * *"],
  ["0 99 * * *", "cron", "at 0 99 * * *"],
])("%s is %s, in words, and comes back as it was", (cron, rhythm, words) => {
  const form = formOf({ cron, timezone: zone, enabled: true }, "UTC");
  expect(form).toMatchObject({ rhythm, timezone: zone });
  expect(cronOf(form)).toBe(cron);
  expect(scheduleWords(cron)).toBe(words);
});

test("without a schedule, or with one that is switched off, it is never; what it was is remembered", () => {
  expect(formOf(undefined, zone)).toMatchObject({ rhythm: "never", time: "06:00", timezone: zone });
  const off = formOf({ cron: "5 22 * * 1-5", timezone: "UTC", enabled: false }, zone);
  expect(cronOf(off)).toBeNull();
  expect(cronOf({ ...off, rhythm: "weekdays" })).toBe("5 22 * * 1-5");
});
