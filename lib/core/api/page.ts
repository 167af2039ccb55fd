import { z } from "zod";
import { count } from "./parts";

export const page = z.object({
  nextCursor: z.string().nullable(),
  hasMore: z.boolean(),
  /** Only with `count=true`. */
  total: count.optional(),
});
export type Page = z.infer<typeof page>;

const pageLimits = { usual: 50, most: 500 };
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(pageLimits.most).default(pageLimits.usual),
  cursor: z.string().max(4000).optional(),
  count: z.stringbool().default(false),
});
