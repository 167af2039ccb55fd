import { z } from "zod";

/** An amount with everything needed to trust it. `amount` is a decimal string: binary floats cannot hold cents. */
export const money = z.object({
  amount: z.string().regex(/^-?\d+(\.\d+)?$/),
  currency: z.string().length(3),
  basis: z.enum(["actual", "list"]),
  source: z.string(),
  asOf: z.iso.datetime(),
});
export type Money = z.infer<typeof money>;

/** What a resource costs a month. Unknown is `monthly: null` with a reason, never zero. */
export const resourceCost = z.object({ monthly: money.nullable(), reason: z.string().nullable() });
export type ResourceCost = z.infer<typeof resourceCost>;

export const unpriced: ResourceCost = { monthly: null, reason: "not priced yet" };
