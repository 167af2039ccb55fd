const secretName = /pass(word|wd|phrase)?$|secret|token|authorization|cookie|credential|api[-_]?key|access[-_]?key|private[-_]?key|database_?url/i;
const mask = "[redacted]";
const maxDepth = 8;

/** A copy of what is to be logged without the values of secret-sounding names, and with known secret forms masked in text. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return maskText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return "[too deep]";
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item: unknown) => redact(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, secretName.test(name) ? mask : redact(item, depth + 1)]));
}

/** Only what our own code needs to find the fault: SDK errors carry whole requests as further fields. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const told: Record<string, unknown> = { type: error.name, message: maskText(error.message), stack: maskText(error.stack ?? "") };
  if (error.cause !== undefined) told.cause = redact(error.cause, depth + 1);
  return told;
}

/** Masks passwords in URLs, bearer tokens, and AWS access key ids. */
export function maskText(text: string): string {
  return text
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@/]+@/gi, `$1${mask}@`)
    .replace(/\b(bearer|basic)\s+[\w+/=.~-]{8,}/gi, `$1 ${mask}`)
    .replace(/\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g, mask);
}
