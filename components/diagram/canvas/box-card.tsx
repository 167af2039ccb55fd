import { memo } from "react";
import type { Node, NodeProps } from "@xyflow/react";
import { boxParts, type TextPart } from "@/lib/scene/box-parts";
import type { Mark } from "@/lib/scene/box-marks";
import { glyphSize, glyphStroke } from "@/lib/scene/glyphs/category-glyphs";
import { glyphs } from "@/lib/scene/glyphs/glyphs";
import type { SceneBox, SceneText } from "@/lib/scene/scene";
import { diagramFont } from "@/lib/scene/text/text-width";

export type BoxNode = Node<{ box: SceneBox }, "box">;

/**
 * A box that is near and at rest, as HTML: what assistive technology reads and the keyboard focuses. It looks like the canvas
 * below draws it, since both read the same parts; a frame is only its outline, so that the lines inside stay visible.
 */
export const BoxCard = memo(function BoxCard({ data: { box } }: NodeProps<BoxNode>) {
  const { style, width, height } = box;
  return (
    <div className="diagram-box" style={{ width, height, borderRadius: style.radius }}>
      {box.kind === "card" && !box.isCollapsed && <Card box={box} />}
    </div>
  );
});

function Card({ box }: { box: SceneBox }) {
  const { style, width, height, title, subtitle, meta, marks } = box;
  const parts = boxParts(box, 0);
  const { tile, barWidth } = parts;
  const inset = style.strokeWidth / 2;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden className="block overflow-visible">
      <rect x={inset} y={inset} width={width - style.strokeWidth} height={height - style.strokeWidth} rx={style.radius - inset} fill={style.fill} stroke={style.stroke} strokeWidth={style.strokeWidth} strokeDasharray={style.dash} />
      {barWidth > 0 && <path d={barPath(barWidth, height, style.radius)} fill={style.accent} />}
      <rect x={tile.x} y={tile.y} width={tile.sizePx} height={tile.sizePx} rx={tile.radius} fill={style.tileFill} />
      <g transform={`translate(${tile.x + (tile.sizePx - tile.glyphPx) / 2} ${tile.y + (tile.sizePx - tile.glyphPx) / 2}) scale(${tile.glyphPx / glyphSize})`}>
        <path d={glyphs[box.glyph]} fill="none" stroke={style.glyphColor} strokeWidth={glyphStroke} strokeLinecap="round" strokeLinejoin="round" />
      </g>
      <Words text={title} part={parts.title} color={style.titleColor} />
      {subtitle !== null && <Words text={subtitle} part={parts.subtitle} color={style.mutedColor} />}
      {meta !== null && <Words text={meta} part={parts.meta} color={style.mutedColor} />}
      {marks.map(({ mark, x, y }) => (
        <g key={mark.id} transform={`translate(${x} ${y})`} strokeLinecap="round" strokeLinejoin="round">
          <MarkShape mark={mark} />
        </g>
      ))}
    </svg>
  );
}

function MarkShape({ mark: { parts, text } }: { mark: Mark }) {
  return (
    <>
      {parts.map(({ path, fill, stroke, strokeWidth }, index) => (
        <path key={index} d={path} fill={fill ?? "none"} stroke={stroke ?? "none"} strokeWidth={strokeWidth} />
      ))}
      {text !== null && <Words text={text} part={{ ...text, anchor: "start" }} color={text.color} />}
    </>
  );
}

function Words({ text, part, color }: { text: Pick<SceneText, "text">; part: TextPart; color: string }) {
  return (
    <text x={part.x} y={part.y} fontSize={part.sizePx} fontWeight={part.weight} textAnchor={part.anchor} fill={color} style={{ fontFamily: diagramFont, unicodeBidi: "isolate" }}>
      {text.text}
    </text>
  );
}

/** The bar along a card's left side, following the card's rounded corners. */
function barPath(width: number, height: number, radius: number): string {
  return `M${radius} 0.5H${Math.max(width, radius)}A${radius - width} ${radius} 0 0 0 ${width} ${radius}V${height - radius}A${radius - width} ${radius} 0 0 0 ${radius} ${height - 0.5}A${radius} ${radius} 0 0 1 0.5 ${height - radius}V${radius}A${radius} ${radius} 0 0 1 ${radius} 0.5Z`;
}
