import type { GroupKey } from "../core/diagram/diagram";

/**
 * The id of a frame that is no resource: its key, what it stands in, and its value, such as
 * `region:account:provider:aws/AWS/123456789012/eu-west-1`. `above` is the frame around it, or at the top the provider where
 * the value means something only there. Different paths never give the same id; a null value is no value at all.
 */
export function frameId(key: GroupKey, above: string, value: string | null): string {
  const name = key.startsWith("tag:") ? `tag:${escaped(key.slice("tag:".length), /[%/:]/g)}` : key;
  return `${name}:${above}/${value === null ? "%" : escaped(value, /[%/]/g)}`;
}

const prefix = /^(?:provider|account|group|region|network|subnet|zone|type|category|tag:[^:/]*):/;

/** Whether an id is one that `frameId` made. The clouds' own addresses begin otherwise. */
export function isFrameId(id: string): boolean {
  return prefix.test(id) && id.includes("/");
}

/** The same frame where the resource it stands in goes by another id now. */
export function renamedFrameId(id: string, renamed: (resourceId: string) => string): string {
  let levels = 0;
  let root = id;
  for (let found = prefix.exec(root); found !== null; found = prefix.exec(root)) {
    root = root.slice(found[0].length);
    levels++;
  }
  const keys = id.slice(0, id.length - root.length);
  let end = root.length;
  for (; levels > 0 && end > 0; levels--) end = root.lastIndexOf("/", end - 1);
  return end <= 0 ? id : `${keys}${renamed(root.slice(0, end))}${root.slice(end)}`;
}

/** Slashes and colons separate; what clouds write into a tag or a name must not. Usual values stay as they are. */
function escaped(text: string, separators: RegExp): string {
  return text.replace(separators, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
