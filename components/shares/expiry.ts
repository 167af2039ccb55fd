const dayMs = 86_400_000;

/** Choices of how long a link opens: days, a date, or no end. */
export const expiryChoices = [
  { value: "1", label: "1 day" },
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "date", label: "Until a date…" },
  { value: "never", label: "Does not expire" },
] as const;
export type ExpiryChoice = (typeof expiryChoices)[number]["value"];

/** `date`: the last day on which it opens, as a date field has it. */
export interface Expiry {
  choice: ExpiryChoice;
  date: string;
}

/** The moment of an expiry, null = never, undefined = the date is missing or over. A date counts to its end where the person is. */
export function expiryMoment({ choice, date }: Expiry, now = Date.now()): string | null | undefined {
  if (choice === "never") return null;
  if (choice !== "date") return new Date(now + Number(choice) * dayMs).toISOString();
  const end = new Date(`${date}T23:59:59`);
  return Number.isNaN(end.getTime()) || end.getTime() <= now ? undefined : end.toISOString();
}

/** The date that a moment falls on where the person is, as a date field wants it. */
export function dateOf(moment: Date): string {
  const [year, month, day] = [String(moment.getFullYear()).padStart(4, "0"), String(moment.getMonth() + 1).padStart(2, "0"), String(moment.getDate()).padStart(2, "0")];
  return `${year}-${month}-${day}`;
}

/** The expiry of a link as it can be edited. */
export function expiryOf(expiresAt: string | null): Expiry {
  return expiresAt === null ? { choice: "never", date: "" } : { choice: "date", date: dateOf(new Date(expiresAt)) };
}
