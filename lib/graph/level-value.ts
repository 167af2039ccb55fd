import { describeType, internetType, providerLabel } from "../catalogue";
import type { GroupKey } from "../core/diagram/diagram";
import type { FrameLevel } from "../core/diagram/group-levels";
import type { Resource } from "../core/resource/resource";
import { isOutside } from "../core/resource/is-outside";

/** Where a level puts a resource. `value` tells frames apart (null: the resource has no such tag), `title` is what a person reads. */
export interface LevelValue {
  value: string | null;
  title: string;
}

export function frameLevelOf(key: GroupKey): Exclude<FrameLevel, "resource"> {
  return isTag(key) ? "tag" : key;
}

/** Levels whose values mean something only inside one provider. */
export function isOfProvider(key: GroupKey): boolean {
  return key === "provider" || key === "account" || key === "group" || key === "region" || key === "zone";
}

/**
 * Null where a resource stands directly in the frame above: it has no region or no zone, or nobody listed it. Networks and
 * subnets are always resources. A missing tag has a frame of its own, so that it is seen.
 */
export function levelValue(key: GroupKey, resource: Resource): LevelValue | null {
  if (isTag(key)) return isOutside(resource) ? null : tagValue(key.slice("tag:".length), resource);
  if (key === "provider") return resource.provider === "" ? null : { value: providerLabel(resource.provider), title: providerLabel(resource.provider) };
  if (key === "account") return plain(resource.account === "" ? null : resource.account);
  if (key === "group" || key === "region") return plain(resource[key]);
  if (key === "zone") return plain(zoneOf(resource));
  if (resource.type === internetType) return null;
  if (key === "type") return { value: resource.type, title: describeType(resource.type).label };
  return key === "category" ? { value: resource.category, title: resource.category.charAt(0).toUpperCase() + resource.category.slice(1) } : null;
}

function isTag(key: GroupKey): key is `tag:${string}` {
  return key.startsWith("tag:");
}

function tagValue(tag: string, { tags }: Resource): LevelValue {
  const value = Object.hasOwn(tags, tag) ? (tags[tag] ?? "") : null;
  return { value, title: `${tag}: ${value === null ? "not set" : value === "" ? "empty" : value}` };
}

function plain(value: string | null): LevelValue | null {
  return value === null ? null : { value, title: value };
}

/** Azure numbers the zones of each region: "westeurope-1" instead of "1". */
function zoneOf({ zone, region }: Resource): string | null {
  return zone === null || zone === "" ? null : region === null || zone.startsWith(region) ? zone : `${region}-${zone}`;
}
