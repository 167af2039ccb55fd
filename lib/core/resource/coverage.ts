import { z } from "zod";

/**
 * What one collector could see in one account and region (`region: null` = the service is global).
 * Only `complete` lets a missing resource be marked gone. `permission` is the cloud's own action name, such as
 * `ec2:DescribeInstances`.
 */
export const coverage = z.object({
  collector: z.string(),
  provider: z.string(),
  account: z.string(),
  region: z.string().nullable(),
  status: z.enum(["complete", "denied", "disabled", "failed", "cancelled"]),
  count: z.number().int().nonnegative(),
  permission: z.string().nullable(),
  reason: z.string().nullable(),
  message: z.string().nullable(),
});
export type Coverage = z.infer<typeof coverage>;
