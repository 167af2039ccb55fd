import { z } from "zod";
import { diagramContent } from "@/lib/core/api/diagrams";
import { orphan, place } from "@/lib/core/diagram/diagram";
import type { Change } from "./change";

/** What one page could not save yet. `known`: the values that the server has or may have by that page. */
export interface Unsaved {
  change: Change;
  known: readonly Change[];
}

function changes<Value extends z.ZodType>(value: Value) {
  return z.record(z.string(), value.nullable()).optional();
}

const change = z.object({
  fields: diagramContent.omit({ overlay: true }).partial(),
  overlay: z.object({
    places: changes(place),
    names: changes(z.string()),
    notes: changes(z.string()),
    orphans: changes(orphan),
    hidden: changes(z.literal(true)),
    collapsed: changes(z.literal(true)),
    seenAt: z.iso.datetime().nullable().optional(),
  }),
});

/** Loaded only when a page before left something: nobody else pays for the schemas. */
export const unsaved: z.ZodType<Unsaved> = z.object({ change, known: z.array(change) });
