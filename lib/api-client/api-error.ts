import { problem, type Problem } from "../core/api";

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
  const read = problem.safeParse(parseJson(text));
  if (read.success) return new ApiError(status, read.data.detail, read.data);
  return new ApiError(status, `The server answered ${status} without saying why.`, null);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
