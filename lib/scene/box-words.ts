import { cardTextRoomPx, stackTextRoomPx } from "./box-parts";
import { fitText } from "./text/fit-text";
import { measureFrame, type FrameText } from "./measure-frame";
import type { SceneText } from "./scene";
import { boxFlags, frameLevels, type FrameLevel, type View } from "./view/view";

/** Whether a box is drawn as a card: a resource, or a frame that is folded. */
export function isCard({ boxes }: View, box: number): boolean {
  return box >= boxes.frames || isCollapsed(boxes.flags[box] ?? 0);
}

export function isCollapsed(flags: number): boolean {
  return (flags & boxFlags.collapsed) !== 0;
}

/** Null for what is no frame. */
export function levelOf({ boxes }: View, box: number): FrameLevel | null {
  return box < boxes.frames ? (frameLevels[boxes.level[box] ?? 0] ?? null) : null;
}

/** The words of a box cut to its room, and what a frame's header needs; `width` is a frame's least. */
export function boxWords(view: View, box: number): FrameText {
  const { boxes, words } = view;
  const title = boxes.title[box] ?? "";
  if (!isCard(view, box)) {
    return measureFrame({ title, subtitle: words[boxes.subtitle[box] ?? -1] ?? null, meta: words[boxes.meta[box] ?? -1] ?? null, isResource: levelOf(view, box) === "resource" });
  }
  const roomPx = box < boxes.frames ? stackTextRoomPx : cardTextRoomPx;
  return {
    title: fitText(title, { roomPx, sizePx: 13, weight: 600 }),
    subtitle: fittedWord(words, boxes.subtitle[box] ?? -1, roomPx),
    meta: fittedWord(words, boxes.meta[box] ?? -1, roomPx),
    headerHeight: 0,
    width: 0,
  };
}

/** Words repeat: 10,000 cards share a few hundred. By the view's words and the room, then by number. */
const fitted = new WeakMap<readonly string[], Map<number, (SceneText | undefined)[]>>();

function fittedWord(words: readonly string[], word: number, roomPx: number): SceneText | null {
  const text = words[word];
  if (text === undefined) return null;
  let rooms = fitted.get(words);
  if (rooms === undefined) fitted.set(words, (rooms = new Map()));
  let known = rooms.get(roomPx);
  if (known === undefined) rooms.set(roomPx, (known = []));
  return (known[word] ??= fitText(text, { roomPx, sizePx: 11, where: "end" }));
}
