import { logger } from "../lib/observability/logger";

type Arguments = readonly unknown[];

/**
 * Our log for what Inngest's SDK says, with secrets masked. A step that asks to be run again later, since a cloud throttles it,
 * is no error.
 */
export const sdkLogger = {
  debug: (...args: Arguments) => write("debug", args),
  info: (...args: Arguments) => write("info", args),
  warn: (...args: Arguments) => write("warn", args),
  error: (...args: Arguments) => write(isRetry(args[0]) ? "debug" : "error", args),
  // Without one the SDK waits a second after each step, so that nothing is lost.
  flush: () => {},
};

function write(level: "debug" | "info" | "warn" | "error", [first, ...rest]: Arguments): void {
  if (typeof first === "object" && first !== null) logger()[level](first, rest.map(String).join(" "));
  else logger()[level]([first, ...rest].map(String).join(" "));
}

function isRetry(value: unknown): boolean {
  return typeof value === "object" && value !== null && "err" in value && value.err instanceof Error && value.err.name === "RetryAfterError";
}
