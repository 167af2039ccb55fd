import { CloudVizError } from "../../core/error";
import type { Span } from "./lex";

/**
 * What is wrong with a filter and what to do, for people; `detail` is the same in short. Positions are told from 1, the
 * offsets `at` and `length` (UTF-16 units from 0) are for programs that underline.
 */
export function invalidFilter({ at, end }: Span, message: string, detail: string): CloudVizError {
  return new CloudVizError("invalid-filter", message, { details: [{ pointer: "filter", detail, at, length: Math.max(1, end - at) }] });
}

/** For messages: `at position 5`. */
export function positionOf({ at }: Span): string {
  return `at position ${at + 1}`;
}
