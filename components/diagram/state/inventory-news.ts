import { isCard } from "@/lib/scene/box-words";
import { boxFlags, type View } from "@/lib/scene/view";
import { number } from "../../data/words";

/** What a picture shows of the inventory. */
export interface ShownInventory {
  /** Ids of its cards. */
  ids: ReadonlySet<string>;
  /** Of those, the ones that are marked as changed. */
  changed: ReadonlySet<string>;
}

/** `ids` by box; cards of folded frames are not shown, and not counted. */
export function shownInventory(view: View, ids: readonly string[]): ShownInventory {
  const cards = ids.filter((_, box) => isCard(view, box));
  const flags = new Map(ids.map((id, box) => [id, view.boxes.flags[box] ?? 0]));
  return { ids: new Set(cards), changed: new Set(cards.filter((id) => ((flags.get(id) ?? 0) & boxFlags.isChanged) !== 0)) };
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
