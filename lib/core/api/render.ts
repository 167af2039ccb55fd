import { z } from "zod";
import { viewQuery } from "../diagram/view";
import { layoutOptionsText } from "./diagrams";
import { formatOptionTexts, othersAsOptions } from "./format-options";
import { filterText } from "./parts";

const renderParams = z.object({
  format: z.string().min(1).max(50).default("svg"),
  /** Of the file that is the body: importers tell some kinds by it. */
  filename: z.string().min(1).max(500).default("upload"),
  /** Left out: after the files. */
  title: z.string().trim().min(1).max(200).optional(),
  filter: filterText.optional(),
  group: viewQuery.shape.group,
  layout: z.string().min(1).max(50).optional(),
  layoutOptions: layoutOptionsText.optional(),
  theme: z.string().min(1).max(50).optional(),
  /** Answer as a file to save instead of something to show. */
  download: z.stringbool().default(false),
  /** The format's own, each a parameter by its name. */
  options: formatOptionTexts,
});

/** How files are drawn that are stored nowhere. Every parameter of another name is an option of the format. */
export const renderQuery = z.preprocess((query) => othersAsOptions(query, renderParams), renderParams);
