import { boxFlags, type View } from "@/lib/scene/view/view";
import type { Geometry } from "./geometry";

/** What looks alike, by number: in which class each is, and one of each class. */
export interface StyleClasses {
  of: Uint16Array;
  samples: readonly number[];
}

/** Boxes agree in level, provider, category, `outside` and `collapsed`, lines in kind and flags: a theme is asked once a class. */
export function styleClasses({ boxes, lines, providers }: View, { category, isLeaf }: Geometry): { boxes: StyleClasses; lines: StyleClasses } {
  const flags = boxFlags.outside | boxFlags.collapsed;
  return {
    boxes: classify(boxes.count, (box) => {
      const own = (boxes.flags[box] ?? 0) & flags;
      const level = isLeaf[box] === 1 && (own & boxFlags.collapsed) === 0 ? 255 : (boxes.level[box] ?? 0);
      return ((own * 256 + level) * 256 + (category[box] ?? 0)) * Math.max(1, providers.length) + (level === 255 ? 0 : (boxes.provider[box] ?? 0));
    }),
    lines: classify(lines.count, (line) => (lines.kind[line] ?? 0) * 256 + (lines.flags[line] ?? 0)),
  };
}

function classify(count: number, keyOf: (index: number) => number): StyleClasses {
  const numbers = new Map<number, number>();
  const samples: number[] = [];
  const of = new Uint16Array(count);
  for (let index = 0; index < count; index++) {
    const key = keyOf(index);
    let number = numbers.get(key);
    if (number === undefined) {
      number = samples.push(index) - 1;
      numbers.set(key, number);
    }
    of[index] = number;
  }
  return { of, samples };
}
