import type { ExportOptions } from "@/lib/api-client";
import type { FormatChoice } from "@/lib/core/api/choices";
import { orientations, papers, type Orientation, type Paper } from "@/lib/scene/page/paper";
import type { PaperChoice } from "@/lib/scene/page/plan-pages";
import type { SectionChoice } from "@/lib/scene/page/place-sections";
import { optionControls } from "../layout-options";

/** What a paged format's options say of its pages. */
export function paperOf({ options: schema }: Pick<FormatChoice, "options">, chosen: ExportOptions): { paper: PaperChoice; sections: SectionChoice; hasBackground: boolean } {
  const values = new Map(optionControls(schema, chosen).map(({ key, value }) => [key, value]));
  const margin = values.get("marginMm");
  return {
    paper: {
      paper: papers.find((paper) => paper === values.get("paper")) ?? ("a4" satisfies Paper),
      orientation: orientations.find((orientation) => orientation === values.get("orientation")) ?? ("auto" satisfies Orientation),
      fit: values.get("fit") === "tile" ? "tile" : "fit",
      marginMm: typeof margin === "number" ? margin : usualMarginMm,
    },
    sections: { header: values.get("header") !== false, legend: values.get("legend") !== false, notes: values.get("notes") !== false },
    hasBackground: values.get("background") === "theme",
  };
}

export const usualMarginMm = 12;
