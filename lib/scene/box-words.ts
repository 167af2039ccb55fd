import { cardTextRoomPx, stackTextRoomPx } from "./box-parts";
import { fitText } from "./fit-text";
import { measureFrame, type FrameText } from "./measure-frame";
import { boxFlags, frameLevels, type FrameLevel, type View } from "./view";

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
  const subtitle = words[boxes.subtitle[box] ?? -1] ?? null;
  const meta = words[boxes.meta[box] ?? -1] ?? null;
  if (!isCard(view, box)) return measureFrame({ title, subtitle, meta, isResource: levelOf(view, box) === "resource" });
  const roomPx = box < boxes.frames ? stackTextRoomPx : cardTextRoomPx;
  const small = { roomPx, sizePx: 11, where: "end" } as const;
  return {
    title: fitText(title, { roomPx, sizePx: 13, weight: 600 }),
    subtitle: subtitle === null ? null : fitText(subtitle, small),
    meta: meta === null ? null : fitText(meta, small),
    headerHeight: 0,
    width: 0,
  };
}
