import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "../config/env";
import { maskText, redact } from "./redact";

/** JSON lines on stdout. Everything that is logged goes through `redact`. */
export function makeLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // pino's own error serializer would copy every field of an SDK's error; redact keeps name, text and stack.
      serializers: { err: (error: unknown) => redact(error) },
      formatters: { level: (label) => ({ level: label }), log: (fields) => redact(fields) as Record<string, unknown> },
      hooks: {
        logMethod(args, method) {
          method.apply(this, args.map((argument: unknown) => (typeof argument === "string" ? maskText(argument) : argument)) as typeof args);
        },
      },
    },
    destination ?? process.stdout,
  );
}

let known: Logger | null = null;

export function logger(): Logger {
  known ??= makeLogger(env().logLevel);
  return known;
}
