import { parseAsStringLiteral } from "nuqs";

export const jobTabs = ["calls", "log"] as const;
export type JobTab = (typeof jobTabs)[number];

/** What of a job's page is in its address. */
export const jobUrl = {
  tab: parseAsStringLiteral(jobTabs).withDefault("calls"),
  show: parseAsStringLiteral(["all", "problems"]).withDefault("all"),
};
