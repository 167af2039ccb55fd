import { CloudVizError } from "../core/error";
import { permissions, type Permission, type Principal } from "../core/principal";

/** Everyone on the loopback, until there is sign-in: may do everything. */
export const localOwner: Principal = { id: "local-owner", name: "Local owner", permissions: new Set(permissions) };

/** Who sends a request. Throws `unauthenticated` once there is sign-in. */
export function principalOf(): Principal {
  return localOwner;
}

export function requirePermission(principal: Principal, permission: Permission): void {
  if (principal.permissions.has(permission)) return;
  throw new CloudVizError("forbidden", `You need the permission ${permission} for this.`);
}
