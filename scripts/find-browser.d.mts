/** An installed Chromium or Chrome, or null. */
export function findBrowser(env?: Record<string, string | undefined>): string | null;
