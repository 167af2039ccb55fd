import type { PagePart } from "@/lib/scene/page/page-row";
import { ptPerPx } from "@/lib/scene/page/paper";
import type { Page } from "@/lib/scene/page/plan-pages";
import { glyphs } from "@/lib/scene/glyphs/glyphs";
import { glyphSize, glyphStroke } from "@/lib/scene/glyphs/category-glyphs";
import { diagramFont } from "@/lib/scene/text/text-width";
import { useId } from "react";
import type { PrintedDrawing } from "./use-printed-pages";
import { SampleLine } from "./sample-line";

/** A sheet that is as high as its paper to the last digit takes two. */
const roundingPt = 0.5;

/** One sheet of paper as SVG: its part of the drawing, and the words around it. */
export function PageSheet({ page, drawing, label, className }: { page: Page; drawing: PrintedDrawing; label: string; className?: string }) {
  const clip = useId();
  const { width, height, picture, sections } = page;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={`${width}pt`} height={`${height - roundingPt}pt`} role="img" aria-label={label} className={className} fontFamily={diagramFont} data-page>
      <rect width={width} height={height} fill={drawing.background} />
      {picture !== null && (
        <>
          <clipPath id={clip}><rect x={picture.x} y={picture.y} width={picture.width} height={picture.height} /></clipPath>
          <g clipPath={`url(#${clip})`}>
            <image
              href={drawing.url}
              x={picture.x - (drawing.marginPx + picture.from.x) * picture.scale}
              y={picture.y - (drawing.marginPx + picture.from.y) * picture.scale}
              width={drawing.widthPx * picture.scale}
              height={drawing.heightPx * picture.scale}
            />
          </g>
          <g stroke={drawing.mutedColor} strokeWidth={0.5} strokeDasharray="3 3">
            {picture.cuts.x.map((x) => <path key={`x${x}`} d={`M${x} ${picture.y}V${picture.y + picture.height}`} />)}
            {picture.cuts.y.map((y) => <path key={`y${y}`} d={`M${picture.x} ${y}H${picture.x + picture.width}`} />)}
          </g>
        </>
      )}
      {sections.map(({ x, y, parts }, section) => (
        <g key={section} transform={`translate(${x} ${y}) scale(${ptPerPx})`}>
          {parts.map((part, index) => <Part key={index} part={part} />)}
        </g>
      ))}
    </svg>
  );
}

function Part({ part }: { part: PagePart }) {
  const { x, y } = part;
  if (part.kind === "text") return <text x={x} y={y} fontSize={part.sizePx} fontWeight={part.weight} textAnchor={part.anchor} fill={part.color}>{part.text}</text>;
  if (part.kind === "line") return <SampleLine x={x} y={y} lengthPx={part.lengthPx} style={part.style} />;
  const { sizePx, radius, fill, glyph, glyphPx, glyphColor } = part;
  const inset = (sizePx - glyphPx) / 2;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={sizePx} height={sizePx} rx={radius} fill={fill ?? "none"} />
      {glyph !== null && <path d={glyphs[glyph]} transform={`translate(${inset} ${inset}) scale(${glyphPx / glyphSize})`} fill="none" stroke={glyphColor} strokeWidth={glyphStroke} strokeLinecap="round" strokeLinejoin="round" />}
    </g>
  );
}
