import type { ErrorCode, ErrorDetail } from "../core/error";
import type { DrawnFile, DrawStage } from "./draw-input";

/** What an error is on its way between threads: classes do not survive it. */
export type ErrorMessage = { told: { code: ErrorCode; message: string; details: readonly ErrorDetail[] } } | { untold: { message: string; stack: string | undefined } };

/** What a thread says of the drawing it was given. It is given one at a time, so none needs a number. */
export type DrawMessage = { stage: DrawStage } | { file: DrawnFile } | { error: ErrorMessage };
