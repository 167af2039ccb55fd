import { cleanText } from "./clean-text";
import type { SceneText } from "../scene";
import { graphemes, textWidth, type FontWeight } from "./text-width";

const ellipsis = "…";

/**
 * Cuts text to `roomPx`. Names keep both ends (`where: "middle"`), since their ends tell them apart
 * ("orders-db-primary" / "orders-db-replica"); sentences keep their start.
 */
export function fitText(
  raw: string,
  { roomPx, sizePx, weight = 400, where = "middle" }: { roomPx: number; sizePx: number; weight?: FontWeight; where?: "middle" | "end" },
): SceneText {
  const full = cleanText(raw);
  if (textWidth(full, sizePx, weight) <= roomPx) return { text: full, full };
  const parts = graphemes(full);
  const widths = parts.map((part) => textWidth(part, sizePx, weight));
  const room = roomPx - textWidth(ellipsis, sizePx, weight);
  const { head, tail } = where === "end" ? takeHead(widths, room) : takeBothEnds(widths, room);
  const start = parts.slice(0, head).join("").trimEnd();
  const end = parts.slice(parts.length - tail).join("").trimStart();
  return { text: `${start}${ellipsis}${end}`, full };
}

function takeHead(widths: readonly number[], room: number): { head: number; tail: number } {
  let head = 0;
  let used = 0;
  while (head < widths.length && used + (widths[head] ?? 0) <= room) used += widths[head++] ?? 0;
  return { head, tail: 0 };
}

function takeBothEnds(widths: readonly number[], room: number): { head: number; tail: number } {
  let head = 0;
  let tail = 0;
  let headWidth = 0;
  let tailWidth = 0;
  while (head + tail < widths.length) {
    const next = headWidth <= tailWidth ? (widths[head] ?? 0) : (widths[widths.length - 1 - tail] ?? 0);
    if (headWidth + tailWidth + next > room) break;
    if (headWidth <= tailWidth) {
      headWidth += next;
      head++;
    } else {
      tailWidth += next;
      tail++;
    }
  }
  return { head, tail };
}
