import { memo } from "react";
import { Handle, Position, type Node, type NodeProps } from "@xyflow/react";
import { boxParts, type TextPart } from "@/lib/scene/box-parts";
import { glyphs, glyphSize, glyphStroke } from "@/lib/scene/glyphs";
import type { SceneBox, SceneText } from "@/lib/scene/scene";
import { textWidth } from "@/lib/scene/text-width";

export type BoxNodeType = Node<{ box: SceneBox }, "box">;

/** The words inside go exactly where the exports put them: both read the same places from `boxParts`. */
export const BoxNode = memo(function BoxNode({ data: { box } }: NodeProps<BoxNodeType>) {
  const { style, width, height, title, subtitle, meta } = box;
  const parts = boxParts(box, textWidth(title.text, box.headerHeight > 28 ? 13 : 12, 600));
  const { tile, barWidth } = parts;
  const inset = style.strokeWidth / 2;
  return (
    <div className="diagram-box relative transition-shadow duration-150" style={{ width, height, borderRadius: style.radius }}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden className="absolute inset-0 overflow-visible">
        <rect x={inset} y={inset} width={width - style.strokeWidth} height={height - style.strokeWidth} rx={style.radius - inset} fill={style.fill} stroke={style.stroke} strokeWidth={style.strokeWidth} strokeDasharray={style.dash} />
        {barWidth > 0 && <path d={barPath(barWidth, height, style.radius)} fill={style.accent} />}
        {tile.isFilled && <rect x={tile.x} y={tile.y} width={tile.sizePx} height={tile.sizePx} rx={tile.radius} fill={style.tileFill} />}
        <g transform={`translate(${tile.x + (tile.sizePx - tile.glyphPx) / 2} ${tile.y + (tile.sizePx - tile.glyphPx) / 2}) scale(${tile.glyphPx / glyphSize})`}>
          <path d={glyphs[box.glyph]} fill="none" stroke={style.glyphColor} strokeWidth={glyphStroke} strokeLinecap="round" strokeLinejoin="round" />
        </g>
        <Words text={title} part={parts.title} color={style.titleColor} />
        {subtitle !== null && <Words text={subtitle} part={parts.subtitle} color={style.mutedColor} />}
        {meta !== null && <Words text={meta} part={parts.meta} color={style.mutedColor} />}
      </svg>
      {/* React Flow draws a line only between handles that it has measured. */}
      <Handle type="source" position={Position.Right} isConnectable={false} className="pointer-events-none opacity-0" />
      <Handle type="target" position={Position.Left} isConnectable={false} className="pointer-events-none opacity-0" />
    </div>
  );
});

function Words({ text, part, color }: { text: SceneText; part: TextPart; color: string }) {
  return (
    <text x={part.x} y={part.y} fontSize={part.sizePx} fontWeight={part.weight} textAnchor={part.anchor} fill={color} style={{ fontFamily: "Arial, 'Liberation Sans', sans-serif", unicodeBidi: "isolate" }}>
      {text.text}
    </text>
  );
}

/** The bar along a card's left side, following the card's rounded corners. */
function barPath(width: number, height: number, radius: number): string {
  return `M${radius} 0.5H${Math.max(width, radius)}A${radius - width} ${radius} 0 0 0 ${width} ${radius}V${height - radius}A${radius - width} ${radius} 0 0 0 ${radius} ${height - 0.5}A${radius} ${radius} 0 0 1 0.5 ${height - radius}V${radius}A${radius} ${radius} 0 0 1 ${radius} 0.5Z`;
}
