import { seenRect } from "../camera";
import { takeCut } from "../cut";
import type { Drawing } from "../drawing";
import type { Moving } from "../paint-state";
import { paintCards } from "./paint-cards";
import { paintFrames, paintTileGrounds } from "./paint-frames";
import { paintMarks } from "./marks";
import { paintHeaders, paintLabels, paintTileWords } from "./paint-words";
import type { Pass } from "./pass";

const remembered = new WeakMap<ReadonlySet<number>, Uint8Array>();

/** 1 = under the person's hand, or in something that is. Remembered for the length of the gesture, whose set stays the same. */
export function movedBoxes({ geometry }: Drawing, moving: Moving | null): Uint8Array | null {
  if (moving === null) return null;
  let moved = remembered.get(moving.boxes);
  if (moved !== undefined) return moved;
  moved = new Uint8Array(geometry.count);
  for (let box = 0; box < geometry.count; box++) {
    const above = geometry.parent[box] ?? 0;
    if (moving.boxes.has(box) || (above >= 0 && moved[above] === 1)) moved[box] = 1;
  }
  remembered.set(moving.boxes, moved);
  return moved;
}

/** What is dragged, above everything, with straight lines to where its own lines lead. */
export function paintMoving(pass: Pass, moving: Moving): void {
  const { drawing, camera } = pass;
  const shifted = { ...camera, x: camera.x + moving.x * camera.zoom, y: camera.y + moving.y * camera.zoom };
  const hand: Pass = { ...pass, camera: shifted, dx: shifted.x * pass.ratio, dy: shifted.y * pass.ratio };
  paintStraightLines(pass, moving);
  for (const box of moving.boxes) {
    const cut = takeCut(drawing.geometry, seenRect(shifted, 24), camera.zoom, drawing.memory.cuts[0], { root: box });
    paintFrames(hand, cut.frames, cut.frameCount);
    paintHeaders(hand, cut.frames, cut.frameCount);
    paintTileGrounds(hand, cut.tiles, cut.tileCount);
    paintCards(hand, cut.cards, cut.cardCount);
    paintMarks(hand, cut.cards, cut.cardCount);
    paintTileWords(hand, cut.tiles, cut.tileCount);
    paintLabels(hand, cut.frames, cut.frameCount);
  }
}

const mostStraight = 400;

function paintStraightLines({ context, drawing, ratio, scale, dx, dy }: Pass, moving: Moving): void {
  const { geometry, theme } = drawing;
  const moved = movedBoxes(drawing, moving);
  const middle = (box: number): [number, number] => {
    const shift = moved?.[box] === 1;
    const x = ((geometry.left[box] ?? 0) + (geometry.right[box] ?? 0)) / 2 + (shift ? moving.x : 0);
    const y = ((geometry.top[box] ?? 0) + (geometry.bottom[box] ?? 0)) / 2 + (shift ? moving.y : 0);
    return [x * scale + dx, y * scale + dy];
  };
  context.strokeStyle = theme.focus;
  context.lineWidth = 1.5 * ratio;
  context.setLineDash([4 * ratio, 4 * ratio]);
  context.beginPath();
  let drawn = 0;
  for (let line = 0; line < geometry.from.length && drawn < mostStraight; line++) {
    const from = geometry.from[line] ?? 0;
    const to = geometry.to[line] ?? 0;
    if (moved?.[from] !== 1 && moved?.[to] !== 1) continue;
    context.moveTo(...middle(from));
    context.lineTo(...middle(to));
    drawn++;
  }
  context.stroke();
  context.setLineDash([]);
}
