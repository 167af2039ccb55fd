import { CloudVizError } from "../../core/error";
import type { Diagram } from "../../core/diagram/diagram";
import { parseFilter } from "../../graph/filter";

/** Refuses a diagram that could not be drawn. Throws `invalid-filter` or `invalid-request`. */
export async function checkDiagram({ source, layout, theme }: Pick<Diagram, "source" | "layout" | "theme">): Promise<void> {
  parseFilter(source.filter);
  await checkTheme(theme, "/theme");
  await checkLayout(layout, "/layout/id", "/layout/options");
}

export async function checkLayout(layout: Diagram["layout"], idPointer: string, optionsPointer: string): Promise<void> {
  const { isLayoutId, layoutIds, loadLayout } = await import("../../layouts");
  if (!isLayoutId(layout.id)) throw invalid(idPointer, `There is no layout "${layout.id}". Choose one of: ${layoutIds.join(", ")}.`);
  const options = (await loadLayout(layout.id)).options.safeParse(layout.options);
  if (!options.success) throw invalid(optionsPointer, `The options of the layout "${layout.id}" are not valid.`);
}

export async function checkTheme(theme: string, pointer: string): Promise<void> {
  const { isThemeId, themeIds } = await import("../../themes");
  if (!isThemeId(theme)) throw invalid(pointer, `There is no theme "${theme}". Choose one of: ${themeIds.join(", ")}.`);
}

function invalid(pointer: string, message: string): CloudVizError {
  return new CloudVizError("invalid-request", message, { details: [{ pointer, detail: message }] });
}
