import type { GroupKey } from "./diagram";

/** The nesting levels every provider draws in its own order, outermost first, each those that it has. */
export const groupLevels = ["provider", "account", "group", "region", "network", "subnet"] as const;
export type GroupLevel = (typeof groupLevels)[number];

/** Levels that any resource can be put into by what it says of itself. */
export const attributeLevels = ["zone", "type", "category"] as const;

/** What a frame stands for: a level of nesting, or a resource that holds others. The order is part of the wire format. */
export const frameLevels = [...groupLevels, ...attributeLevels, "tag", "resource"] as const;
export type FrameLevel = (typeof frameLevels)[number];

/** Letters of a tag's key that a level may be made of. */
export const longestTagKey = 128;
/** At most so many levels fit into a diagram. */
export const mostLevels = 10;

/** The same as the schema `groupKey`, for the browser, which has no zod. */
export function isGroupKey(word: string): word is GroupKey {
  const tagKey = /^tag:(.+)$/s.exec(word)?.[1];
  return tagKey === undefined ? [...groupLevels, ...attributeLevels].some((level) => level === word) : tagKey.length <= longestTagKey;
}
