/** Every error that is told to a person, and the HTTP status that carries it. */
export const errorStatus = {
  "invalid-request": 400,
  "invalid-filter": 400,
  unauthenticated: 401,
  "password-required": 401,
  "wrong-password": 403,
  forbidden: 403,
  "forbidden-host": 403,
  "forbidden-origin": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "key-reused": 422,
  "too-large": 413,
  "too-many-requests": 429,
  "unsupported-media-type": 415,
  "unreadable-file": 422,
  "unsupported-version": 422,
  "unrecognised-file": 422,
  "invalid-credentials": 422,
  "precondition-failed": 412,
  "precondition-required": 428,
  cancelled: 499,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

export interface ErrorDetail {
  /** JSON pointer or parameter name. */
  pointer: string;
  detail: string;
  /** Where in a text that was sent, in UTF-16 units from 0, and how long: for what can be underlined. */
  at?: number;
  length?: number;
}

/**
 * An error whose message may be shown: it says what is wrong and what to do, and holds no secret.
 * What only the log may see goes to `cause`.
 */
export class CloudVizError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];
  /** After how many seconds it is worth another try; null = nobody knows. */
  readonly retryAfterS: number | null;

  constructor(code: ErrorCode, message: string, options: { details?: readonly ErrorDetail[]; retryAfterS?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "CloudVizError";
    this.code = code;
    this.details = options.details ?? [];
    this.retryAfterS = options.retryAfterS ?? null;
  }
}
