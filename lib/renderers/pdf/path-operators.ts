import type { Point } from "../../scene/placement";
import { curve, line, move } from "./operators";

const known = new Map<string, string>();

/** SVG path data as PDF's operators. Glyphs, marks and arrow heads are few and drawn often: each is read once. */
export function pathOperators(path: string): string {
  let operators = known.get(path);
  if (operators === undefined) known.set(path, (operators = readPath(path).join(" ")));
  return operators;
}

/** How many numbers each command takes. */
const argumentCounts: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, a: 7, z: 0 };

/** Where the pen is, where the contour began, and the last control point as `s` continues it. */
interface Pen {
  at: Point;
  start: Point;
  control: Point;
}

export function readPath(path: string): string[] {
  const pen: Pen = { at: { x: 0, y: 0 }, start: { x: 0, y: 0 }, control: { x: 0, y: 0 } };
  return Array.from(path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)).flatMap(([, command = "", words = ""]) => {
    const numbers = Array.from(words.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g), ([word]) => Number(word));
    const count = argumentCounts[command.toLowerCase()] ?? 0;
    const steps = count === 0 ? [[]] : Array.from({ length: Math.floor(numbers.length / count) }, (_, index) => numbers.slice(index * count, (index + 1) * count));
    return steps.flatMap((step, index) => draw(pen, command.toLowerCase() === "m" && index > 0 ? "l" : command.toLowerCase(), command === command.toLowerCase(), step));
  });
}

function draw(pen: Pen, command: string, isRelative: boolean, numbers: readonly number[]): string[] {
  const { at, control } = pen;
  const base = isRelative ? at : { x: 0, y: 0 };
  const point = (index: number): Point => ({ x: base.x + (numbers[index] ?? 0), y: base.y + (numbers[index + 1] ?? 0) });
  const go = (to: Point, through: Point, ...operators: string[]): string[] => {
    pen.at = to;
    pen.control = through;
    return operators;
  };
  const bezier = (one: Point, other: Point, to: Point) => go(to, other, curve(one.x, one.y, other.x, other.y, to.x, to.y));
  const straight = (to: Point) => go(to, to, line(to.x, to.y));
  if (command === "z") return go(pen.start, pen.start, "h");
  if (command === "m") {
    pen.start = point(0);
    return go(pen.start, pen.start, move(pen.start.x, pen.start.y));
  }
  if (command === "h") return straight({ x: point(0).x, y: at.y });
  if (command === "v") return straight({ x: at.x, y: base.y + (numbers[0] ?? 0) });
  if (command === "c") return bezier(point(0), point(2), point(4));
  if (command === "s") return bezier({ x: 2 * at.x - control.x, y: 2 * at.y - control.y }, point(0), point(2));
  if (command === "q") return bezier(between(at, point(0)), between(point(2), point(0)), point(2));
  if (command === "a") return arc(at, numbers, point(5)).flatMap(([one, other, to]) => bezier(one, other, to));
  return straight(point(0));
}

/** A quadratic curve's control point is two thirds of the way to both of a cubic one's. */
function between(from: Point, to: Point): Point {
  return { x: from.x + ((to.x - from.x) * 2) / 3, y: from.y + ((to.y - from.y) * 2) / 3 };
}

/** A piece of an upright ellipse as curves of a quarter at most (SVG 1.1, F.6.5). */
function arc(from: Point, [rx = 0, ry = 0, , isLarge = 0, isClockwise = 0]: readonly number[], to: Point): [Point, Point, Point][] {
  const half = { x: (from.x - to.x) / 2, y: (from.y - to.y) / 2 };
  const stretch = Math.max(1, Math.hypot(half.x / rx, half.y / ry));
  const [a, b] = [rx * stretch, ry * stretch];
  const share = (half.x / a) ** 2 + (half.y / b) ** 2;
  if (share === 0) return [];
  const aside = Math.sqrt(Math.max(0, 1 / share - 1)) * (isLarge === isClockwise ? -1 : 1);
  const centre = { x: (from.x + to.x) / 2 + (aside * a * half.y) / b, y: (from.y + to.y) / 2 - (aside * b * half.x) / a };
  const angleOf = ({ x, y }: Point) => Math.atan2((y - centre.y) / b, (x - centre.x) / a);
  const begin = angleOf(from);
  const turn = angleOf(to) - begin;
  const sweep = isClockwise === 1 ? (turn < 0 ? turn + 2 * Math.PI : turn) : turn > 0 ? turn - 2 * Math.PI : turn;
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-6));
  const reach = (4 / 3) * Math.tan(sweep / count / 4);
  const place = (angle: number, along = 0): Point => ({ x: centre.x + a * (Math.cos(angle) - along * Math.sin(angle)), y: centre.y + b * (Math.sin(angle) + along * Math.cos(angle)) });
  return Array.from({ length: count }, (_, index) => {
    const [start, end] = [begin + (sweep * index) / count, begin + (sweep * (index + 1)) / count];
    return [place(start, reach), place(end, -reach), place(end)];
  });
}
