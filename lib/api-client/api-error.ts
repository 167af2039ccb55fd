import type { Problem } from "../core/api/problem";

/** An answer of the API that is no success. `message` may be shown; `problem` is null when the answer was not ours. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, message: string, told: Problem | null) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.problem = told;
  }
}

export const unreachable = "The CloudViz server does not answer. Is it still running?";

/** Reads an error answer; a text that is no problem document is not shown, since nobody wrote it for people. */
export function readError(status: number, text: string): ApiError {
  const told = parseJson(text);
  if (isProblem(told)) return new ApiError(status, told.detail, told);
  return new ApiError(status, `The server answered ${status} without saying why.`, null);
}

/** A proxy's error page, or another program on the port, is none of ours. */
function isProblem(told: unknown): told is Problem {
  if (typeof told !== "object" || told === null) return false;
  const { detail, code, requestId, errors } = told as Record<string, unknown>;
  return [detail, code, requestId].every((text) => typeof text === "string") && Array.isArray(errors);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
