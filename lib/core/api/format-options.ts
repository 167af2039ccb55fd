import { z } from "zod";

/** Options of a format as texts; the format itself says what they may be. */
export const formatOptionTexts = z.record(z.string().max(50), z.string().max(2000));

/** A query with what `known` has no name for under `options`. */
export function othersAsOptions(query: unknown, known: { shape: Readonly<Record<string, unknown>> }): unknown {
  const entries = Object.entries(z.record(z.string(), z.unknown()).parse(query));
  const isOwn = ([name]: [string, unknown]) => name !== "options" && Object.hasOwn(known.shape, name);
  return { ...Object.fromEntries(entries.filter(isOwn)), options: Object.fromEntries(entries.filter((entry) => !isOwn(entry))) };
}
