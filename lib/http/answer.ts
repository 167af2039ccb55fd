/** What a handler answers besides its value: status, headers, and an ETag that lets the client skip what it has. */
export interface AnswerOptions {
  status?: number;
  headers?: Record<string, string>;
  /** A strong ETag without its quotes. */
  etag?: string;
}

export class Answer<Output> {
  constructor(
    readonly value: Output,
    readonly options: AnswerOptions,
  ) {}
}

export function answer<Output>(value: Output, options: AnswerOptions): Answer<Output> {
  return new Answer(value, options);
}

/** Whether If-None-Match names the ETag (compared weakly, as RFC 9110 wants it for this header). */
export function isFresh(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((candidate) => ["*", `"${etag}"`].includes(candidate.trim().replace(/^W\//, "")));
}
