export type RecentEntry =
  /** A command: looked up among those that there are now. */
  | { kind: "command"; id: string }
  | { kind: "diagram"; id: string; label: string }
  | { kind: "resource"; id: string; key: string; label: string; type: string };

const members: Record<RecentEntry["kind"], readonly string[]> = { command: ["id"], diagram: ["id", "label"], resource: ["id", "key", "label", "type"] };

const name = "cloudviz-recent";
const most = 5;

/** What was last chosen in the palette, the latest first. Kept in this browser; nothing when it keeps nothing. */
export function readRecent(): readonly RecentEntry[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function addRecent(entry: RecentEntry): void {
  const others = readRecent().filter(({ kind, id }) => kind !== entry.kind || id !== entry.id);
  try {
    window.localStorage.setItem(name, JSON.stringify([entry, ...others].slice(0, most)));
  } catch {
    // Only a convenience.
  }
}

/** Checked by hand: schemas would cost more than the palette itself. */
function isRecent(value: unknown): value is RecentEntry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Record<string, unknown>;
  const { kind } = entry;
  return (kind === "command" || kind === "diagram" || kind === "resource") && members[kind].every((name) => typeof entry[name] === "string");
}
