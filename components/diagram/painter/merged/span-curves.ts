import type { Rect } from "../camera";
import { boxRect } from "../cut";
import type { Geometry } from "../geometry";

type Side = "left" | "top" | "right" | "bottom";

interface Port {
  /** Where the other end lies along the side. */
  wanted: number;
  place: number;
}

/**
 * Curves from border to border between boxes that are apart: eight numbers each, start, two handles, end. They leave at right
 * angles by the side that faces the other box, spread along it in the order of where they go, so that few cross at the border.
 */
export function spanCurves(geometry: Pick<Geometry, "left" | "top" | "right" | "bottom">, from: Int32Array, to: Int32Array): Float32Array {
  const sides = new Map<string, Port[]>();
  const spans = Array.from(from, (one, index) => {
    const start = boxRect(geometry, one);
    const end = boxRect(geometry, to[index] ?? 0);
    const side = facingSide(start, end);
    const isUpright = side === "top" || side === "bottom";
    return {
      start,
      end,
      side,
      startPort: addPort(sides, `${one} ${side}`, wantedPlace(start, end, isUpright)),
      endPort: addPort(sides, `${(to[index] ?? 0)} ${opposite[side]}`, wantedPlace(end, start, isUpright)),
    };
  });
  const rects = new Map<string, Rect>();
  spans.forEach(({ start, end, side }, index) => {
    rects.set(`${(from[index] ?? 0)} ${side}`, start);
    rects.set(`${(to[index] ?? 0)} ${opposite[side]}`, end);
  });
  for (const [key, ports] of sides) {
    const rect = rects.get(key);
    if (rect !== undefined) spread(ports, key.endsWith("top") || key.endsWith("bottom") ? [rect.left, rect.right] : [rect.top, rect.bottom]);
  }
  const curves = new Float32Array(8 * from.length);
  spans.forEach(({ start, end, side, startPort, endPort }, index) => {
    const one = onBorder(start, side, startPort.place);
    const other = onBorder(end, opposite[side], endPort.place);
    const isUpright = side === "top" || side === "bottom";
    const middle = isUpright ? (one[1] + other[1]) / 2 : (one[0] + other[0]) / 2;
    curves.set(isUpright ? [...one, one[0], middle, other[0], middle, ...other] : [...one, middle, one[1], middle, other[1], ...other], 8 * index);
  });
  return curves;
}

const opposite: Record<Side, Side> = { left: "right", right: "left", top: "bottom", bottom: "top" };

function facingSide(one: Rect, other: Rect): Side {
  const across = Math.max(other.left - one.right, one.left - other.right);
  const along = Math.max(other.top - one.bottom, one.top - other.bottom);
  if (across >= along) return other.left >= one.right ? "right" : "left";
  return other.top >= one.bottom ? "bottom" : "top";
}

function addPort(sides: Map<string, Port[]>, key: string, wanted: number): Port {
  const port = { wanted, place: wanted };
  const ports = sides.get(key);
  if (ports === undefined) sides.set(key, [port]);
  else ports.push(port);
  return port;
}

/** The middle of what both boxes span, where they lie beside each other; else towards the other's middle. */
function wantedPlace(one: Rect, other: Rect, isUpright: boolean): number {
  const [start, end, otherStart, otherEnd] = isUpright ? [one.left, one.right, other.left, other.right] : [one.top, one.bottom, other.top, other.bottom];
  const shared = [Math.max(start, otherStart), Math.min(end, otherEnd)] as const;
  if (shared[0] < shared[1]) return (shared[0] + shared[1]) / 2;
  return (otherStart + otherEnd) / 2;
}

/** What of a side stays free near each corner: a part of it, at most so many px of the drawing. */
const corner = { share: 0.15, most: 60 };

function spread(ports: Port[], [start, end]: readonly [number, number]): void {
  const free = Math.min((end - start) * corner.share, corner.most);
  const room = end - start - 2 * free;
  const first = start + free;
  if (ports.length === 1) {
    for (const port of ports) port.place = Math.min(first + room, Math.max(first, port.wanted));
    return;
  }
  ports.sort((one, other) => one.wanted - other.wanted);
  ports.forEach((port, index) => (port.place = first + (room * (index + 0.5)) / ports.length));
}

function onBorder(rect: Rect, side: Side, place: number): [number, number] {
  return side === "left" || side === "right" ? [rect[side], place] : [place, rect[side]];
}
