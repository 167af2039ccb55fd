import { z } from "zod";

/** How this server is set up, without anything secret. */
export const settings = z.object({
  database: z.enum(["embedded", "postgresql"]),
  backgroundWork: z.object({
    /** `embedded`: this server runs it itself. */
    kind: z.enum(["embedded", "inngest"]),
    /** Inngest's; null when it is embedded. */
    address: z.string().nullable(),
  }),
});
export type Settings = z.infer<typeof settings>;

export const readiness = z.object({ status: z.literal("ok"), backgroundWork: settings.shape.backgroundWork.shape.kind });
export type Readiness = z.infer<typeof readiness>;
