import { boxFlags, type View } from "@/lib/scene/view/view";
import { number } from "../../data/words";

/** What a picture shows of the inventory. */
export interface ShownInventory {
  /** Of its resources; one that held something may be a frame in one picture and a card in the next. */
  ids: ReadonlySet<string>;
  /** Of those, the ones that are marked as changed. */
  changed: ReadonlySet<string>;
}

/** `ids` and `keys` by box; a box without a key is no resource, and neither is what nobody listed. What a folded frame holds is not shown, and not counted. */
export function shownInventory({ boxes }: View, ids: readonly string[], keys: readonly (string | null)[]): ShownInventory {
  const has = (box: number, flag: number) => ((boxes.flags[box] ?? 0) & flag) !== 0;
  return {
    ids: new Set(ids.filter((_, box) => keys[box] !== null && !has(box, boxFlags.outside))),
    changed: new Set(ids.filter((_, box) => has(box, boxFlags.isChanged))),
  };
}

/** What another picture of the same shows that the one before did not, such as "2 new, 1 changed, 1 gone"; null when they agree. */
export function inventoryNews(before: ShownInventory, now: ShownInventory): string | null {
  const added = countMissing(now.ids, before.ids);
  const gone = countMissing(before.ids, now.ids);
  const changed = [...now.changed].filter((id) => before.ids.has(id) && !before.changed.has(id)).length;
  const parts = [[added, "new"], [changed, "changed"], [gone, "gone"]] as const;
  const told = parts.flatMap(([count, word]) => (count === 0 ? [] : [`${number(count)} ${word}`]));
  return told.length === 0 ? null : told.join(", ");
}

function countMissing(wanted: ReadonlySet<string>, present: ReadonlySet<string>): number {
  let count = 0;
  for (const id of wanted) if (!present.has(id)) count++;
  return count;
}
