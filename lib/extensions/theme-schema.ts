import { z } from "zod";
import { categories } from "../core/resource/categories";
import { edgeKind } from "../core/resource/edge";
import type { Theme } from "../themes/theme";

const color = z.string("is missing: a colour such as #0b5cad").regex(/^#[0-9a-f]{6}$/i, "is no colour: write six hex digits, such as #0b5cad");
const share = z.number("is missing: a number from 0 to 1").min(0, "is less than 0").max(1, "is more than 1");
const fill = z.strictObject({ fill: color, text: color });
const line = z.strictObject({ ink: color, width: z.number().min(0.5, "is less than 0.5 px").max(6, "is more than 6 px"), dash: z.string().regex(/^[\d. ]*$/, "is no dash array: write lengths in px, such as 6 4") }).partial();
const frame = z.strictObject({ ink: color, base: color, tint: share });

/** Every token of a theme. Unknown ones are refused: they are spelling mistakes. */
export const themeSchema: z.ZodType<Theme> = z.strictObject({
  id: z.string(),
  label: z.string("is missing: the theme's name in menus").min(1, "is empty: the theme's name in menus"),
  isDark: z.boolean("is missing: true or false"),
  canvas: color,
  frame: color,
  surface: color,
  text: color,
  muted: color,
  border: color,
  borderFloor: share,
  edge: color,
  exposed: color,
  lines: z.partialRecord(z.enum([...edgeKind.options, "exposed"]), line).optional(),
  focus: color,
  selection: color,
  hit: color,
  primary: fill,
  isNew: fill,
  ok: color,
  stopped: color,
  warn: color,
  error: color,
  categories: z.record(z.enum(categories), z.strictObject({ fill: color, onFill: color, ink: color })),
  providers: z.record(z.string(), color),
  frames: z.strictObject({ provider: frame, account: frame, group: frame, region: frame, network: frame, subnet: frame, resource: frame }),
});
