import { z } from "zod";

/** What is looked at as one. Tenants, folders and organisations stand above the others, and are looked at for what they hold. */
export const accountKind = z.enum(["account", "subscription", "project", "tenant", "folder", "organization"]);
export type AccountKind = z.infer<typeof accountKind>;
