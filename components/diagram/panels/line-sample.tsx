import type { LineStyle } from "@/lib/scene/scene";

const width = 28;
const middle = 6;
const headPx = 7;

/** A line as it is drawn: its dash, its arrows, its colour. */
export function LineSample({ style: { stroke, width: strokeWidth, dash, startArrow, endArrow } }: { style: LineStyle }) {
  const from = 1 + (startArrow === "filled" ? headPx - 1 : 0);
  const to = width - 1 - (endArrow === "filled" ? headPx - 1 : 0);
  return (
    <svg width={width} height={2 * middle} aria-hidden className="shrink-0">
      <path d={`M${from} ${middle}H${to}`} stroke={stroke} strokeWidth={strokeWidth} strokeDasharray={dash === "" ? undefined : dash} fill="none" />
      {endArrow !== "none" && <path d={head(width - 1, -1)} fill={endArrow === "filled" ? stroke : "none"} stroke={stroke} />}
      {startArrow !== "none" && <path d={head(1, 1)} fill={startArrow === "filled" ? stroke : "none"} stroke={stroke} />}
    </svg>
  );
}

/** An arrow head with its tip at x; `back` points from the tip along the line. */
function head(x: number, back: 1 | -1): string {
  const end = x + back * headPx;
  return `M${end} ${middle - headPx / 2}L${x} ${middle}L${end} ${middle + headPx / 2}`;
}
