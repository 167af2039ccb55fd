import type { SceneBox, SceneLine } from "./scene";

/** How much is drawn and, when it is known, of which moment: `12 resources, 9 relationships · 2026-11-24 09:30 UTC`. */
export function captionOf(boxes: readonly SceneBox[], lines: readonly SceneLine[], at: string | null): string {
  const resources = boxes.filter(({ resourceKey }) => resourceKey !== null).length;
  const relationships = lines.reduce((sum, { merged }) => sum + merged, 0);
  const counts = `${resources} ${resources === 1 ? "resource" : "resources"}, ${relationships} ${relationships === 1 ? "relationship" : "relationships"}`;
  return at === null ? counts : `${counts} · ${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
