import type { Diagram } from "@/lib/core/diagram/diagram";
import type { ShareView } from "@/lib/core/share/share";
import { groupingFrom, groupingText } from "@/lib/core/diagram/grouping-text";
import { isOtherLook } from "../diagram/state/diagram-look";
import { optionsFrom, type DiagramUrl } from "../diagram/state/diagram-url";

/** The whole diagram as it is saved. */
export const wholeView: ShareView = { q: "", group: null, preset: null, layout: null, theme: null };

/** The view that an address shows, for a link to it; null when that is the whole diagram as it is saved. */
export function sharedViewOf(diagram: Pick<Diagram, "layout">, url: DiagramUrl): ShareView | null {
  const { q, group, preset, layout, options, theme } = url;
  if (!isOtherLook(url) && preset === null) return null;
  return {
    q: q.trim(),
    group: group === null ? null : groupingText(groupingFrom(group)),
    preset,
    layout: layout === null && options === null ? null : { id: layout ?? diagram.layout.id, options: (options === null ? null : optionsFrom(options)) ?? {} },
    theme,
  };
}
