import type { z } from "zod";
import { CloudVizError, errorStatus, type ErrorCode } from "../core/error";
import type { Problem } from "../core/api/problem";

const titles: Record<ErrorCode, string> = {
  "invalid-request": "The request is not valid",
  "invalid-filter": "The filter is not valid",
  unauthenticated: "Sign-in is needed",
  "password-required": "Password needed",
  "wrong-password": "Wrong password",
  forbidden: "Not allowed",
  "forbidden-host": "Unknown host name",
  "forbidden-origin": "Request from another site",
  "not-found": "Not found",
  "method-not-allowed": "Method not allowed",
  conflict: "Conflict",
  "key-reused": "Idempotency-Key used before",
  "too-large": "Too large",
  "too-many-requests": "Too many requests",
  "unsupported-media-type": "Unsupported media type",
  "unreadable-file": "The file cannot be read",
  "unsupported-version": "The file's version is not supported",
  "unrecognised-file": "The kind of file is not known",
  "invalid-credentials": "The credentials do not work",
  "precondition-failed": "Changed in the meantime",
  "precondition-required": "A precondition is missing",
  cancelled: "Cancelled",
  internal: "Something went wrong here",
  unavailable: "Not available at the moment",
};

const internalDetail = "An unexpected error; the server's log has it under this request id.";

/** What may be told of any thrown value. Only `CloudVizError` was written for people; everything else stays in the log. */
export function toCloudVizError(thrown: unknown): CloudVizError {
  if (thrown instanceof CloudVizError) return thrown;
  // Route bundles and instrumentation have separate copies of the class, so instanceof alone is not enough.
  if (thrown instanceof Error && thrown.name === "CloudVizError" && "code" in thrown && isErrorCode(thrown.code)) {
    const { details = [], retryAfterS } = thrown as Partial<CloudVizError>;
    return new CloudVizError(thrown.code, thrown.message, { details, ...(typeof retryAfterS === "number" ? { retryAfterS } : {}), cause: thrown });
  }
  return new CloudVizError("internal", internalDetail, { cause: thrown });
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && code in errorStatus;
}

/** One shape for every failed parse of what a client sent. `place` is where it stood: body, query, path. */
export function invalidRequest(place: "body" | "query" | "path", error: z.ZodError): CloudVizError {
  const details = error.issues.map((issue) => ({
    pointer: place === "body" ? issue.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("") : issue.path.join("."),
    detail: issue.message,
  }));
  const first = details[0];
  const told = first === undefined ? "" : `: ${first.pointer === "" ? "" : `${first.pointer}: `}${first.detail}`;
  return new CloudVizError("invalid-request", `The ${place} of the request is not valid${told}`, { details });
}

export function toProblem(error: CloudVizError, request: { path: string; requestId: string }): Problem {
  return {
    type: `urn:cloudviz:problem:${error.code}`,
    title: titles[error.code],
    status: errorStatus[error.code],
    detail: error.message,
    instance: request.path,
    code: error.code,
    requestId: request.requestId,
    errors: error.details.map(({ pointer, detail, at, length }) => ({ pointer, detail, ...(at === undefined || length === undefined ? {} : { at, length }) })),
  };
}

export function problemResponse(error: CloudVizError, request: { path: string; requestId: string }, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(toProblem(error, request)), {
    status: errorStatus[error.code],
    headers: { ...headers, ...(error.retryAfterS === null ? {} : { "retry-after": String(error.retryAfterS) }), "content-type": "application/problem+json", "cache-control": "no-store", "x-request-id": request.requestId },
  });
}
