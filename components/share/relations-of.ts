import type { EdgeKind } from "@/lib/core/resource/edge";
import { lineFlags, lineKinds, type View } from "@/lib/scene/view/view";

/** The lines of one kind that go out of a box or come in. */
export interface DrawnRelations {
  kind: EdgeKind;
  direction: "in" | "out";
  ends: { box: number; isDerived: boolean }[];
}

/** What a picture draws of a box's relationships, the most frequent kind first. O(lines). */
export function relationsOf({ lines }: Pick<View, "lines">, box: number): DrawnRelations[] {
  const groups = new Map<string, DrawnRelations>();
  for (let line = 0; line < lines.count; line++) {
    const [from, to] = [lines.from[line] ?? -1, lines.to[line] ?? -1];
    if (from !== box && to !== box) continue;
    const kind = lineKinds[lines.kind[line] ?? 0] ?? "contains";
    const direction = from === box ? "out" : "in";
    const key = `${kind} ${direction}`;
    const group = groups.get(key) ?? { kind, direction, ends: [] };
    group.ends.push({ box: from === box ? to : from, isDerived: ((lines.flags[line] ?? 0) & lineFlags.derived) !== 0 });
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => other.ends.length - one.ends.length);
}
