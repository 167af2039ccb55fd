import { z } from "zod";

/**
 * Something a person does once in the cloud, so that CloudViz can read there. `mode`: the way of signing in that it belongs to
 * (of the provider's credentials), null for all. What stands in <angle brackets> in a command is theirs to fill in.
 */
export const setupStep = z.object({ mode: z.string().nullable(), title: z.string(), command: z.string() });
export type SetupStep = z.infer<typeof setupStep>;
