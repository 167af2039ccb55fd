import { CloudVizError } from "../core/error";

/** The version that a change starts from. Throws `precondition-required` without If-Match, `precondition-failed` when it is no version. */
export function readIfMatch(request: Request): number {
  const given = request.headers.get("if-match");
  if (given === null) throw new CloudVizError("precondition-required", 'Send the version you start from as If-Match, such as If-Match: "3", so that nobody else\'s change is lost.');
  const version = /^"?(\d{1,9})"?$/.exec(given.trim())?.[1];
  if (version === undefined) throw new CloudVizError("precondition-failed", "If-Match names no version. Take the ETag of the diagram as it was read.");
  return Number(version);
}
