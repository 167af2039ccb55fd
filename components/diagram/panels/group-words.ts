import type { GroupKey, Grouping } from "@/lib/core/diagram/diagram";
import { attributeLevels, groupLevels, longestTagKey } from "@/lib/core/diagram/group-levels";

const labels: Record<Exclude<GroupKey, `tag:${string}`>, { label: string; hint: string | null }> = {
  provider: { label: "Provider", hint: null },
  account: { label: "Account", hint: "Subscription, project" },
  group: { label: "Resource group", hint: null },
  region: { label: "Region", hint: null },
  network: { label: "Network", hint: null },
  subnet: { label: "Subnet", hint: null },
  zone: { label: "Zone", hint: null },
  type: { label: "Type", hint: null },
  category: { label: "Category", hint: null },
};

export interface GroupChoice {
  key: GroupKey;
  label: string;
  hint: string | null;
}

export function groupChoice(key: GroupKey): GroupChoice {
  if (isTag(key)) return { key, label: key.slice("tag:".length), hint: "Tag" };
  return { key, ...labels[key] };
}

function isTag(key: GroupKey): key is `tag:${string}` {
  return key.startsWith("tag:");
}

/** What can be added: levels that are not chosen yet, the tags that resources have, and a tag of the name that is typed. */
export function addableGroups(chosen: Grouping, tagKeys: readonly string[], typed: string): GroupChoice[] {
  const written = typed.trim().replace(/^tag:/, "");
  const tags = [...new Set([...tagKeys, written])].filter((tag) => tag !== "" && tag.length <= longestTagKey);
  const keys: GroupKey[] = [...groupLevels, ...attributeLevels, ...tags.map((tag) => `tag:${tag}` as const)];
  const isTyped = (key: GroupKey) => key === `tag:${written}` && !tagKeys.includes(written);
  return keys.filter((key) => !chosen.includes(key)).map((key) => (isTyped(key) ? { ...groupChoice(key), hint: "Tag, as typed" } : groupChoice(key)));
}

/** The grouping with one level at another place; what lies outside the list is its end. */
export function withMoved(grouping: Grouping, key: GroupKey, to: number): Grouping {
  const rest = grouping.filter((other) => other !== key);
  if (rest.length === grouping.length) return grouping;
  const place = Math.min(rest.length, Math.max(0, to));
  return [...rest.slice(0, place), key, ...rest.slice(place)];
}

/** Whether the nesting is that of every new diagram. */
export function isUsual(grouping: Grouping): boolean {
  return grouping.length === groupLevels.length && grouping.every((key, index) => key === groupLevels[index]);
}
