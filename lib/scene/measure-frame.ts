import { boxParts, frameHeaderHeight, headerGapPx, resourceHeaderHeight } from "./box-parts";
import { fitText } from "./text/fit-text";
import type { SceneText } from "./scene";
import { textWidth } from "./text/text-width";

/** Beyond this a frame is not widened for its title; the title is cut instead. */
const widestHeaderPx = 420;
const headerEndPx = 12;
const gutterPx = 18;

export interface FrameText {
  title: SceneText;
  subtitle: SceneText | null;
  meta: SceneText | null;
  headerHeight: number;
  /** Least width that holds the header. */
  width: number;
}

/** Cuts a frame's words to at most 420 px of header and says how wide the frame must be to hold them. */
export function measureFrame(words: { title: string; subtitle: string | null; meta: string | null; isResource: boolean }): FrameText {
  const headerHeight = words.isResource ? resourceHeaderHeight : frameHeaderHeight;
  const meta = words.meta === null ? null : fitText(words.meta, { roomPx: 140, sizePx: 11, where: "end" });
  const subtitle = words.subtitle === null ? null : fitText(words.subtitle, { roomPx: 180, sizePx: 11, where: "end" });
  const parts = boxParts({ kind: "frame", headerHeight, width: 0, height: 0, subtitle, meta }, 0);
  const subtitlePx = subtitle === null ? 0 : textWidth(subtitle.text, 11);
  const metaPx = meta === null ? 0 : textWidth(meta.text, 11) + 2 * headerGapPx;
  const besideTitle = metaPx + (words.isResource || subtitle === null ? 0 : headerGapPx + subtitlePx);
  const title = fitText(words.title, {
    roomPx: widestHeaderPx - parts.title.x - headerEndPx - besideTitle,
    sizePx: parts.title.sizePx,
    weight: parts.title.weight,
  });
  const row = textWidth(title.text, parts.title.sizePx, parts.title.weight) + besideTitle;
  return { title, subtitle, meta, headerHeight, width: Math.ceil(parts.title.x + Math.max(row, words.isResource ? subtitlePx : 0) + headerEndPx) };
}

/** Room between a frame's border and what it holds: top, right, bottom, left. */
export function framePadding(headerHeight: number): readonly [number, number, number, number] {
  return [headerHeight + 10, gutterPx, gutterPx, gutterPx];
}
