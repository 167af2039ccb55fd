import { z } from "zod";

const recentEntry = z.discriminatedUnion("kind", [
  /** A command: looked up among those that there are now. */
  z.object({ kind: z.literal("command"), id: z.string() }),
  z.object({ kind: z.literal("diagram"), id: z.string(), label: z.string() }),
  z.object({ kind: z.literal("resource"), id: z.string(), key: z.string(), label: z.string(), type: z.string() }),
]);
export type RecentEntry = z.infer<typeof recentEntry>;

const name = "cloudviz-recent";
const most = 5;

/** What was last chosen in the palette, the latest first. Kept in this browser; nothing when it keeps nothing. */
export function readRecent(): readonly RecentEntry[] {
  try {
    return z.array(recentEntry).parse(JSON.parse(window.localStorage.getItem(name) ?? "[]"));
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
