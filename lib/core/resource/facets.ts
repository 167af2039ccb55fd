import { z } from "zod";

const count = z.number().int().nonnegative();

export const facetsQuery = z.object({ at: z.iso.datetime().optional() });
export type FacetsQuery = z.infer<typeof facetsQuery>;

/** A value of a key: `label` is what people call it, where that differs. */
export const facetValue = z.object({ value: z.string(), label: z.string().optional(), count });
export type FacetValue = z.infer<typeof facetValue>;

/** A key as filters write it (`type`, `tag.env`, `property.vpc.id`), how many resources have it, and its most frequent values. */
export const facet = z.object({
  key: z.string(),
  count,
  values: z.array(facetValue),
  /** There are more values than are told. */
  hasMore: z.boolean(),
});
export type Facet = z.infer<typeof facet>;

/** What can be filtered by: each list most frequent first; fields before tags before properties. */
export const facets = z.object({ revision: count, at: z.iso.datetime().nullable(), total: count, keys: z.array(facet) });
export type Facets = z.infer<typeof facets>;
