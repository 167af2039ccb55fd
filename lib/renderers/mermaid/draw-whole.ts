import type { Scene } from "../../scene/scene";
import { boxLabel, className, drawClass, drawLine, drawNested, drawStyle, lineLabel, nameOf, numbersOf, type Direction, type Nested } from "./flowchart";

/** The whole drawing as one flowchart, however large. */
export function drawWhole(scene: Scene, direction: Direction): string {
  const numbers = numbersOf(scene);
  const lines = scene.lines.map((line) => drawLine(nameOf(numbers.get(line.from) ?? -1), nameOf(numbers.get(line.to) ?? -1), line, lineLabel(line)));
  return [`flowchart ${direction}`, ...drawNested(nest(scene)), ...lines, ...drawClasses(scene), ""].join("\n");
}

function nest({ boxes }: Scene): Nested[] {
  const nested = new Map<string | null, Nested>();
  const roots: Nested[] = [];
  boxes.forEach((box, number) => {
    const item = { name: nameOf(number), text: `["${boxLabel(box)}"]`, inside: [] };
    nested.set(box.id, item);
    (nested.get(box.parent)?.inside ?? roots).push(item);
  });
  for (const box of boxes) {
    const item = nested.get(box.id);
    if (item?.inside.length === 0) item.text += `:::${className(box)}`;
  }
  return roots;
}

function drawClasses({ boxes }: Scene): string[] {
  const classes = new Map<string, string>();
  const styles: string[] = [];
  const parents = new Set(boxes.map((box) => box.parent));
  boxes.forEach((box, number) => {
    if (parents.has(box.id)) styles.push(drawStyle(nameOf(number), box));
    else classes.set(className(box), drawClass(box));
  });
  return [...classes.values(), ...styles];
}
