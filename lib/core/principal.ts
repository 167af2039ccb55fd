import { z } from "zod";

/** What a route may ask for. Roles and keys are sets of these. */
export const permissions = [
  "resources:read",
  "diagrams:read",
  "diagrams:write",
  "connections:read",
  "connections:write",
  "discoveries:start",
  "imports:write",
  "jobs:read",
  "webhooks:read",
  "webhooks:write",
  "shares:read",
  "shares:write",
] as const;
export const permission = z.enum(permissions);
export type Permission = z.infer<typeof permission>;

/** Who asks. Until sign-in exists, everyone on the loopback is the local owner. */
export interface Principal {
  id: string;
  name: string;
  permissions: ReadonlySet<Permission>;
}
