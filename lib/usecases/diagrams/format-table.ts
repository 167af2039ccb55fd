import type { FormatChoice } from "../../core/api/choices";
import { CloudVizError } from "../../core/error";
import type { Renderer } from "../../renderers/renderer";

/** JSON is the inventory itself and no drawing, so that it has no renderer. */
export const jsonFormat: FormatChoice = { id: "json", label: "JSON (resources and relations)", mediaType: "application/json", extension: "json" };

export async function listFormats(): Promise<FormatChoice[]> {
  const { renderers } = await import("../../renderers");
  const drawn = await Promise.all(Object.values(renderers).map((load): Promise<Renderer> => load()));
  return [...drawn.map(({ id, label, mediaType, extension }) => ({ id, label, mediaType, extension })), jsonFormat];
}

/** The renderer of a format. Throws `invalid-request` naming the formats there are. */
export async function loadRenderer(format: string): Promise<Renderer> {
  const { renderers } = await import("../../renderers");
  const table: Record<string, () => Promise<Renderer>> = renderers;
  const load = Object.hasOwn(table, format) ? table[format] : undefined;
  if (load === undefined) {
    const known = [...Object.keys(table), jsonFormat.id].join(", ");
    throw new CloudVizError("invalid-request", `There is no format "${format}". Choose one of: ${known}.`, { details: [{ pointer: "format", detail: "is not known" }] });
  }
  return load();
}
