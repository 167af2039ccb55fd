import { z } from "zod";
import { edge } from "../resource/edge";
import { resource } from "../resource/resource";
import { count, filterText, moment } from "./parts";

export const graphQuery = z.object({
  filter: filterText.default(""),
  at: moment.optional(),
  /** `false`: only what matches, without the frames around it and the outside nodes it touches. */
  context: z.stringbool().default(true),
});
export type GraphQuery = z.infer<typeof graphQuery>;

/** What a filter shows: the resources it matches, the frames around them and the outside nodes they touch. */
export const graph = z.object({
  revision: count,
  at: moment.nullable(),
  resources: z.array(resource),
  /** Only edges whose both ends are among `resources`. */
  edges: z.array(edge),
  /** How many resources the filter itself matched, and how many there are without it. */
  matched: count,
  total: count,
});
export type Graph = z.infer<typeof graph>;
