import { z } from "zod";
import { count } from "./parts";

/** RFC 9457. `code` is stable for programs, `detail` is told to people. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  requestId: z.string(),
  /** `at` and `length` (UTF-16 units from 0) where a part of a text that was sent is meant, such as of a filter. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string(), at: count.optional(), length: count.optional() })),
});
export type Problem = z.infer<typeof problem>;
