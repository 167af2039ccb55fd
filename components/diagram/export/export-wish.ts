import type { ExportOptions, ExportWish } from "@/lib/api-client";
import type { FormatChoice } from "@/lib/core/api/choices";
import { optionControls } from "../layout-options";
import type { ExportScope, ExportSubject } from "./export-subject";

/** What a person has chosen for an export. */
export interface ExportChoice {
  format: FormatChoice;
  scope: ExportScope;
  theme: string;
  /** By name, of all formats: one that several have keeps its value. */
  options: ExportOptions;
}

/** What is asked of the server: only what differs from the diagram as it was saved and from the format's defaults, so that commands stay short. */
export function wishOf({ diagram, look }: Pick<ExportSubject, "diagram" | "look">, { format, scope, theme, options }: ExportChoice): ExportWish {
  const changed = changedOptions(format, options);
  return { format: format.id, ...scope.wish, ...(format.reads === "scene" ? lookWish(diagram, { ...look, theme }) : {}), ...(Object.keys(changed).length === 0 ? {} : { options: changed }) };
}

function lookWish(diagram: ExportSubject["diagram"], { theme, layout }: ExportSubject["look"]): Partial<ExportWish> {
  const isSaved = layout.id === diagram.layout.id && JSON.stringify(layout.options) === JSON.stringify(diagram.layout.options);
  return {
    ...(theme === diagram.theme ? {} : { theme }),
    ...(isSaved ? {} : { layout: layout.id, ...(Object.keys(layout.options).length === 0 ? {} : { layoutOptions: layout.options }) }),
  };
}

function changedOptions({ options: schema }: FormatChoice, chosen: ExportOptions): ExportOptions {
  const defaults = new Map(optionControls(schema, {}).map(({ key, value }) => [key, value]));
  return Object.fromEntries(optionControls(schema, chosen).flatMap(({ key, value }) => (value === defaults.get(key) ? [] : [[key, value]])));
}

/** Node takes 16 kB of an address and headers; a selection of hundreds is more. */
const mostInAddress = 12_000;

export function fitsInAddress(url: string): boolean {
  return url.length <= mostInAddress;
}
