import type { Point, Size } from "../../scene/placement";
import { px, xmlText } from "../svg/xml";

interface Named {
  id: string;
  parent: string;
  style: string;
  /** HTML whose texts are escaped already. */
  label?: string;
  /** Shown as "Edit data", and as tooltip. */
  data?: Readonly<Record<string, string | null>>;
}

/** A box; its place is from its parent's corner. */
export function vertex(cell: Named, { x, y, width, height }: Point & Size, { isConnectable = true } = {}): string {
  const connectable = isConnectable ? "" : ' connectable="0"';
  return wrap(cell, `vertex="1"${connectable}`, `<mxGeometry x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" as="geometry"/>`);
}

/** A line that is attached to two boxes; `points` are its corners, from the drawing's own. */
export function edge(cell: Named & { source: string; target: string }, points: readonly Point[]): string {
  const array = points.length === 0 ? "" : `<Array as="points">${points.map(({ x, y }) => `<mxPoint x="${px(x)}" y="${px(y)}"/>`).join("")}</Array>`;
  return wrap(cell, `edge="1" source="${cell.source}" target="${cell.target}"`, `<mxGeometry relative="1" as="geometry">${array}</mxGeometry>`);
}

function wrap({ id, parent, style, label = "", data = {} }: Named, attributes: string, geometry: string): string {
  const known = Object.entries(data).flatMap(([name, value]) => (value === null ? [] : [`${name}="${xmlText(value)}"`]));
  const inner = `style="${style}" parent="${parent}" ${attributes}>${geometry}</mxCell>`;
  if (known.length === 0) return `<mxCell id="${id}" value="${xmlText(label)}" ${inner}`;
  return `<UserObject label="${xmlText(label)}" ${known.join(" ")} id="${id}"><mxCell ${inner}</UserObject>`;
}
