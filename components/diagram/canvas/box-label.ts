import { isCard } from "@/lib/scene/box-words";
import { boxFlags, statuses, type View } from "@/lib/scene/view/view";

/** How many lines come in and go out of each box. */
export interface Reach {
  in: Int32Array;
  out: Int32Array;
}

export function reachOf({ boxes, lines }: View): Reach {
  const reach = { in: new Int32Array(boxes.count), out: new Int32Array(boxes.count) };
  lines.from.forEach((box, line) => (reach.out[box] = (reach.out[box] ?? 0) + (lines.merged[line] ?? 1)));
  lines.to.forEach((box, line) => (reach.in[box] = (reach.in[box] ?? 0) + (lines.merged[line] ?? 1)));
  return reach;
}

/** What a screen reader says of a box: "orders-db, RDS instance, db.r7g.large · available, 3 in, 1 out". */
export function boxLabel(view: View, box: number, reach: Reach): string {
  const { boxes, words, types } = view;
  const flags = boxes.flags[box] ?? 0;
  const status = statuses[boxes.status[box] ?? 0] ?? "unknown";
  const parts = [
    boxes.title[box] ?? "",
    isCard(view, box) ? (types[boxes.type[box] ?? -1]?.label ?? "") : (words[boxes.subtitle[box] ?? -1] ?? ""),
    words[boxes.meta[box] ?? -1] ?? "",
    status === "warning" || status === "error" ? `status: ${status}` : "",
    (flags & boxFlags.outside) === 0 ? "" : "outside the inventory",
    (flags & boxFlags.isNew) === 0 ? "" : "new",
    (flags & boxFlags.isChanged) === 0 ? "" : "changed",
    (flags & boxFlags.noted) === 0 ? "" : "has a note",
    (flags & boxFlags.collapsed) === 0 ? "" : `collapsed, ${boxes.held[box] ?? 0} inside`,
  ];
  const [comesIn, goesOut] = [reach.in[box] ?? 0, reach.out[box] ?? 0];
  if (comesIn + goesOut > 0) parts.push(`${comesIn} in`, `${goesOut} out`);
  return parts.filter((part) => part !== "").join(", ");
}
