import { rowsHeight, stackRows, type PagePart } from "../../scene/page/page-row";
import { placeSections, type SectionChoice } from "../../scene/page/place-sections";
import type { Point, Size } from "../../scene/placement";
import type { Scene } from "../../scene/scene";

/** The whole sheet in px, with the places of what is on it. */
export interface PictureFrame extends Size {
  picture: Point;
  sections: { at: Point; parts: readonly PagePart[] }[];
}

const marginPx = 28;
/** Room for the legend and the title of a picture that is smaller than they are. */
const leastWidthPx = 560;
const gapPx = 24;

/** A sheet as large as the picture and the words around it. */
export function framePicture(scene: Scene, choice: SectionChoice): PictureFrame {
  const innerWidth = Math.max(scene.width, leastWidthPx);
  const { header, legend, notes } = placeSections(scene, choice, innerWidth);
  const top = marginPx + rowsHeight(header);
  const sections = [{ at: { x: marginPx, y: marginPx }, parts: stackRows(header) }];
  let bottom = top + scene.height;
  for (const rows of [legend, notes]) {
    if (rows.length === 0) continue;
    sections.push({ at: { x: marginPx, y: bottom + gapPx }, parts: stackRows(rows) });
    bottom += gapPx + rowsHeight(rows);
  }
  return { width: innerWidth + 2 * marginPx, height: bottom + marginPx, picture: { x: marginPx, y: top }, sections };
}
