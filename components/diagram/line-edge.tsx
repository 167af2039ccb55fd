import { memo } from "react";
import type { Edge, EdgeProps } from "@xyflow/react";
import type { ArrowKind, SceneLine } from "@/lib/scene/scene";
import type { Point } from "@/lib/scene/placement";
import { arrowHead, linePath } from "./line-path";

export type LineEdgeType = Edge<{ line: SceneLine; incident: boolean }, "line">;

const headPx = 8;

/** A line along its route. React Flow's own end points are not used: the layout decided the whole way. */
export const LineEdge = memo(function LineEdge({ data }: EdgeProps<LineEdgeType>) {
  if (data === undefined) return null;
  const { line, incident } = data;
  const { points, style } = line;
  const [first, second] = points;
  const last = points.at(-1);
  const before = points.at(-2);
  if (first === undefined || second === undefined || last === undefined || before === undefined) return null;
  return (
    <g className={`diagram-line transition-opacity duration-150 ${incident ? "incident" : ""}`}>
      <path d={linePath(points, { start: trimOf(style.startArrow), end: trimOf(style.endArrow) })} fill="none" stroke={style.stroke} strokeWidth={incident ? style.width + 1 : style.width} strokeDasharray={style.dash} />
      <Head kind={style.startArrow} tip={first} from={second} color={style.stroke} />
      <Head kind={style.endArrow} tip={last} from={before} color={style.stroke} />
    </g>
  );
});

function Head({ kind, tip, from, color }: { kind: ArrowKind; tip: Point; from: Point; color: string }) {
  if (kind === "none") return null;
  const path = arrowHead(tip, from, headPx);
  return kind === "filled" ? <path d={`${path}Z`} fill={color} /> : <path d={path} fill="none" stroke={color} strokeWidth={1.5} strokeLinejoin="round" />;
}

/** A filled head hides the end of its line. */
function trimOf(kind: ArrowKind): number {
  return kind === "filled" ? headPx - 1 : 0;
}
