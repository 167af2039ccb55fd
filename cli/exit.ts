/** How the command ends, besides 130 and 143 for a signal. `partial`: something of the cloud could not be seen. */
export const exitCodes = { ok: 0, error: 1, usage: 2, partial: 3 } as const;

/** The command was called wrongly; the message says how to call it. */
export class UsageError extends Error {}
