import type { LineStyle } from "@/lib/scene/scene";

const headPx = 8;

/** A level piece of a line with its arrow heads, as legends show it. */
export function SampleLine({ x, y, lengthPx, style: { stroke, width, dash, startArrow, endArrow } }: { x: number; y: number; lengthPx: number; style: LineStyle }) {
  const from = x + (startArrow === "filled" ? headPx - 1 : 0);
  const to = x + lengthPx - (endArrow === "filled" ? headPx - 1 : 0);
  return (
    <g stroke={stroke}>
      <path d={`M${from} ${y}H${to}`} strokeWidth={width} strokeDasharray={dash === "" ? undefined : dash} />
      {endArrow !== "none" && <path d={head(x + lengthPx, y, -1)} fill={endArrow === "filled" ? stroke : "none"} />}
      {startArrow !== "none" && <path d={head(x, y, 1)} fill={startArrow === "filled" ? stroke : "none"} />}
    </g>
  );
}

/** An arrow head with its tip at x; `back` points from the tip along the line. */
function head(x: number, y: number, back: 1 | -1): string {
  const end = x + back * headPx;
  return `M${end} ${y - headPx / 2}L${x} ${y}L${end} ${y + headPx / 2}`;
}
