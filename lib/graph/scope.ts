import { describeType } from "../catalogue";
import type { Resource } from "../core/resource/resource";

/** What an account or a resource group that is itself a resource is found by; null for everything else. */
export function scopeOf(resource: Resource): string | null {
  const { frame } = describeType(resource.type);
  if (frame === "account") return accountScope(resource.account);
  return frame === "group" ? groupScope(resource.account, resource.name) : null;
}

export function accountScope(account: string): string {
  return `account/${account}`;
}

export function groupScope(account: string, group: string): string {
  return `group/${account}/${group.toLowerCase()}`;
}
