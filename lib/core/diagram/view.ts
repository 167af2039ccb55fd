import { z } from "zod";
import { category } from "../resource/category";
import { groupKey, type Grouping } from "./diagram";
import { edgeKind } from "../resource/edge";
import { mostLevels } from "./group-levels";
import { levelWords } from "./grouping-text";
import { jsonObject } from "../json";
import { presetLabels } from "./preset-labels";

/** What the canvas asks for and is answered: a diagram with filter, grouping and overlay settled, in columns. */

const count = z.number().int().nonnegative();
const integers = z.array(z.int());
const moment = z.iso.datetime();

export type PresetId = keyof typeof presetLabels;
export const presetId = z.enum(Object.keys(presetLabels) as [PresetId, ...PresetId[]]);

const levelsText = z.string().max(2000).transform((text, context): Grouping => {
  const parsed = z.array(groupKey).max(mostLevels).safeParse(levelWords(text));
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: `The levels of nesting are at most ${mostLevels} of provider, account, group, region, network, subnet, zone, type, category and tag:<key>, with commas between. Given: ${JSON.stringify(text.slice(0, 200))}` });
  return z.NEVER;
});

/** What a view is asked for besides what its diagram says. */
export const viewQuery = z.object({
  /** A further filter; both must hold. */
  q: z.string().max(2000).default(""),
  /** Levels of nesting with commas between, outermost first; `none` = no levels. Left out: as the preset or the diagram says. */
  group: levelsText.optional(),
  preset: presetId.optional(),
  /** A moment of the inventory's history instead of the diagram's own. */
  at: moment.optional(),
});
export type ViewQuery = z.infer<typeof viewQuery>;

/** Resources that are not drawn, and why: the counts of all reasons and of what is drawn add up to `total`. */
export const foldReason = z.enum(["filter", "preset", "hidden"]);
export type FoldReason = z.infer<typeof foldReason>;
export const folded = z.object({
  reason: foldReason,
  count,
  /** The most frequent first. */
  types: z.array(z.object({ type: z.string(), label: z.string(), count })),
});
export type Folded = z.infer<typeof folded>;

/** Relations between drawn boxes that a preset does not draw. */
export const foldedLines = z.object({ kind: edgeKind, label: z.string(), count });
export type FoldedLines = z.infer<typeof foldedLines>;

/**
 * A view in columns (`lib/scene/view/view-payload.ts` reads and writes them). Numbers of boxes are those of the view; a `…Steps` column
 * holds differences to the entry before, which is small where neighbours are alike.
 */
export const viewPayload = z.object({
  frames: count,
  parentSteps: integers,
  /** Of frames only. */
  level: integers,
  title: z.array(z.string()),
  subtitle: integers,
  meta: integers,
  type: integers,
  provider: integers,
  status: integers,
  flags: integers,
  lines: z.object({ fromSteps: integers, toSteps: integers, kind: integers, flags: integers }),
  words: z.array(z.string()),
  types: z.array(z.object({ type: z.string(), label: z.string(), category, glyph: z.string() })),
  providers: z.array(z.string()),
  /** Only the boxes that have a place. */
  kept: z.object({ boxSteps: integers, x: z.array(z.number()), y: z.array(z.number()), hold: integers }).nullable(),
});
export type ViewPayload = z.infer<typeof viewPayload>;

export const diagramView = z.object({
  /** The same for the same picture; `…/view/boxes` answers it too, so that numbers and ids are never mixed up. */
  token: z.string(),
  revision: count,
  /** The diagram's version, for If-Match. */
  version: z.int().positive(),
  title: z.string(),
  filter: z.string(),
  at: moment.nullable(),
  /** As drawn: asked for, else the preset's, else the diagram's. */
  grouping: z.array(groupKey),
  layout: z.object({ id: z.string(), options: jsonObject }),
  theme: z.string(),
  /** Listed resources: those that the diagram is of, those of them that `q` matches too, and those that are drawn as a card or a frame. */
  total: count,
  matched: count,
  shown: count,
  /** Drawn too, though nobody listed them: what the shown ones point at. */
  outside: count,
  folded: z.array(folded),
  foldedLines: z.array(foldedLines),
  /** Resources with edits that are in the inventory no longer. */
  orphans: count,
  /** Box number → note. */
  notes: z.record(z.string(), z.string()),
  /** The frames that a person folded, by box number; `view` still holds what is inside. */
  collapsed: z.array(count),
  view: viewPayload,
});
export type DiagramView = z.infer<typeof diagramView>;

/** What stands behind the boxes of a view, by box number. */
export const diagramViewBoxes = z.object({
  token: z.string(),
  ids: z.array(z.string()),
  /** Null for frames that are no resources. */
  keys: z.array(z.string().nullable()),
});
export type DiagramViewBoxes = z.infer<typeof diagramViewBoxes>;
