import type { EdgeKind } from "../core/resource/edge";
import type { Theme } from "../themes";
import type { ArrowKind, LineStyle } from "./scene";

type LineLook = Omit<LineStyle, "stroke">;

const solid = "";
const flow = "6 4";
const dotted = "2 3";
const permission = "8 3 2 3";
const copy = "12 4";
const guessed = "2 4";

function look(width: number, dash: string, endArrow: ArrowKind, startArrow: ArrowKind = "none"): LineLook {
  return { width, dash, startArrow, endArrow };
}

/** How each kind of relationship is drawn: data solid, events dashed, configuration dotted, permissions dash-dotted. */
const lineLooks: Record<EdgeKind, LineLook> = {
  // Never drawn: nesting says it.
  contains: look(1, solid, "none"),
  "connects-to": look(1.5, solid, "none"),
  "routes-to": look(2, solid, "filled"),
  "depends-on": look(1.5, dotted, "open"),
  "secured-by": look(1.25, permission, "open"),
  allows: look(1.5, permission, "filled"),
  assumes: look(1.5, permission, "open"),
  invokes: look(1.5, flow, "filled"),
  reads: look(1.5, solid, "open"),
  writes: look(1.5, solid, "filled"),
  "encrypted-by": look(1.5, dotted, "none"),
  "replicates-to": look(1.5, copy, "filled"),
  "backs-up-to": look(1.5, copy, "open"),
  "managed-by": look(1.25, dotted, "open"),
  "peers-with": look(1.5, solid, "filled", "filled"),
};

/** The style of one line. What the internet reaches takes the warning ink; what was only inferred is drawn in short dashes. */
export function lineStyle(theme: Theme, kind: EdgeKind, { isDerived = false, isExposed = false } = {}): LineStyle {
  let styles = lineStyles.get(theme);
  if (styles === undefined) lineStyles.set(theme, (styles = new Map()));
  const name = isExposed ? `exposed ${kind}` : isDerived ? `derived ${kind}` : kind;
  let style = styles.get(name);
  if (style === undefined) styles.set(name, (style = makeLineStyle(theme, kind, isDerived, isExposed)));
  return style;
}

/** Thousands of lines share a few dozen styles. */
const lineStyles = new WeakMap<Theme, Map<string, LineStyle>>();

function makeLineStyle(theme: Theme, kind: EdgeKind, isDerived: boolean, isExposed: boolean): LineStyle {
  const base = lineLooks[kind];
  if (isExposed) return { ...base, stroke: theme.exposed, width: theme.lines?.exposed?.width ?? 2, dash: solid };
  const { ink = theme.edge, width = base.width, dash = base.dash } = theme.lines?.[kind] ?? {};
  return { ...base, stroke: ink, width, dash: isDerived ? guessed : dash };
}
