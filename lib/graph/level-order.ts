import type { GroupKey } from "../core/diagram/diagram";
import { groupLevels, type GroupLevel } from "../core/diagram/group-levels";

/**
 * The chosen levels as one provider draws them. As long as its levels are chosen in the order of `groupLevels`, they take the
 * provider's own order, in the places where they stand among tags and attributes; otherwise the person's order counts.
 */
export function levelOrder(provider: string, chosen: readonly GroupKey[]): GroupKey[] {
  const keys = [...new Set(chosen)];
  const levels = keys.filter(isGroupLevel);
  const inOrder = levels.every((level, index) => index === 0 || groupLevels.indexOf(level) > groupLevels.indexOf(levels[index - 1] ?? level));
  if (!inOrder) return keys;
  const own = ownOrder(provider, new Set(levels)).filter((level) => levels.includes(level));
  const slots = keys.filter((key) => !isGroupLevel(key) || own.includes(key));
  let next = 0;
  return slots.map((key) => (isGroupLevel(key) ? (own[next++] ?? key) : key));
}

function isGroupLevel(key: GroupKey): key is GroupLevel {
  return groupLevels.some((level) => level === key);
}

/** Resource groups of Azure reach over regions, so that a region inside one tells little: it stands where there are none. */
function ownOrder(provider: string, chosen: ReadonlySet<GroupLevel>): GroupLevel[] {
  if (provider === "azure") return ["provider", "account", chosen.has("group") ? "group" : "region", "network", "subnet"];
  if (provider === "gcp") return ["provider", "account", "network", "region", "subnet"];
  return ["provider", "account", "region", "network", "subnet"];
}
