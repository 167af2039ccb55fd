import type { Point } from "../../scene/placement";

// PDF's operators as text. Y goes downwards: pages are turned over once.

export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const colors = new Map<string, string>();

/** `#rrggbb` as three parts. */
function rgb(color: string): string {
  let parts = colors.get(color);
  if (parts === undefined) colors.set(color, (parts = [1, 3, 5].map((at) => number(parseInt(color.slice(at, at + 2), 16) / 255)).join(" ")));
  return parts;
}

export function fillColor(color: string): string {
  return `${rgb(color)} rg`;
}

/** `dash` is SVG's dash array; empty = solid. */
export function stroke(color: string, width: number, dash = ""): string {
  return `${rgb(color)} RG ${number(width)} w [${dash}] 0 d`;
}

export function moveOrigin({ x, y }: Point): string {
  return `1 0 0 1 ${number(x)} ${number(y)} cm`;
}

/** What a quarter of a circle takes of its radius. */
const bow = 0.5523;

export function roundedRect(x: number, y: number, width: number, height: number, radius: number): string {
  if (radius === 0) return `${[x, y, width, height].map(number).join(" ")} re`;
  const [right, bottom, inner] = [x + width, y + height, radius * (1 - bow)];
  return [
    move(x + radius, y), line(right - radius, y), curve(right - inner, y, right, y + inner, right, y + radius),
    line(right, bottom - radius), curve(right, bottom - inner, right - inner, bottom, right - radius, bottom),
    line(x + radius, bottom), curve(x + inner, bottom, x, bottom - inner, x, bottom - radius),
    line(x, y + radius), curve(x, y + inner, x + inner, y, x + radius, y), "h",
  ].join(" ");
}

export function move(x: number, y: number): string {
  return `${number(x)} ${number(y)} m`;
}

export function line(x: number, y: number): string {
  return `${number(x)} ${number(y)} l`;
}

export function curve(...points: [number, number, number, number, number, number]): string {
  return `${points.map(number).join(" ")} c`;
}
