import { z } from "zod";
import { diagramSummary, grouping, overlay } from "../diagram/diagram";
import { jsonObject, type JsonObject } from "../json";
import { viewQuery } from "../diagram/view";
import { formatOptionTexts, othersAsOptions } from "./format-options";
import { page } from "./page";
import { filterText, moment } from "./parts";

export const diagramPage = z.object({ data: z.array(diagramSummary), page });

const diagramSource = z.strictObject({ filter: filterText.default(""), at: moment.nullable().default(null) });
const diagramLayout = z.strictObject({ id: z.string().min(1).max(50), options: jsonObject.default({}) });

/** A new diagram; what is left out gets its default. */
export const newDiagram = z.strictObject({
  title: z.string().trim().min(1).max(200),
  source: diagramSource.default({ filter: "", at: null }),
  grouping: grouping.optional(),
  layout: diagramLayout.optional(),
  theme: z.string().min(1).max(50).optional(),
  overlay: overlay.optional(),
});
export type NewDiagram = z.input<typeof newDiagram>;

/** What may be changed of a diagram. As a JSON merge patch (RFC 7396): what is left out stays, null removes. */
export const diagramContent = z.strictObject({
  title: z.string().trim().min(1).max(200),
  source: diagramSource,
  grouping,
  layout: diagramLayout,
  theme: z.string().min(1).max(50),
  overlay,
});
export type DiagramContent = z.infer<typeof diagramContent>;

/** Any part of a diagram's content; what comes of it is checked after merging. */
export const diagramPatch: z.ZodType<JsonObject> = jsonObject;

const exportParts = viewQuery.extend({
  format: z.string().min(1).max(50),
  layout: z.string().min(1).max(50).optional(),
  theme: z.string().min(1).max(50).optional(),
});

const keys = z.array(z.string().min(1).max(100)).max(2000);

/** A layout's options as JSON in a query. */
export const layoutOptionsText = z.string().max(4000).transform(parseOptions);

const exportParams = exportParts.extend({
  /** The layout's options as JSON; left out, the diagram's own when its layout is used. */
  layoutOptions: layoutOptionsText.optional(),
  /** Only these resources, by their keys with commas between, and the frames around them: what is selected. */
  select: z.string().max(60_000).transform((text) => text.split(",").filter((key) => key !== "")).pipe(keys).optional(),
  /** Answer as a file to save instead of something to show. */
  download: z.stringbool().default(false),
  /** The format's own, each a parameter by its name. */
  options: formatOptionTexts,
});

/** As the view that is shown, so that what one sees is what one exports. Every parameter of another name is an option of the format. */
export const exportQuery = z.preprocess((query) => othersAsOptions(query, exportParams), exportParams);

/** The same as JSON, for what is drawn in the background. */
export const newExport = exportParts.extend({
  group: z.union([viewQuery.shape.group.unwrap(), grouping]).optional(),
  layoutOptions: jsonObject.optional(),
  select: keys.optional(),
  options: jsonObject.default({}),
}).strict();
export type NewExport = z.input<typeof newExport>;

/** What is exported of a diagram, and how. */
export type ExportRequest = z.output<typeof newExport>;

function parseOptions(text: string, context: z.RefinementCtx): JsonObject {
  try {
    const parsed = jsonObject.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Told below, as every text that is no JSON object.
  }
  context.addIssue({ code: "custom", message: "The options of a layout are one JSON object." });
  return z.NEVER;
}
