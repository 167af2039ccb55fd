import type { Diagram } from "../../core/diagram/diagram";
import { isEdited, settleOverlay, vanishedIds } from "../../graph/settle-overlay";
import { viewInventory, type InventoryView } from "../inventory/inventory-view";

/** A diagram as it is now: its edits where the inventory is now, or was at the moment it shows. Writes nothing. */
export async function settleDiagram(diagram: Diagram, inventory?: InventoryView): Promise<Diagram> {
  if (!isEdited(diagram.overlay)) return diagram;
  const { byId, renamed } = inventory ?? (await viewInventory(diagram.source.at));
  const known = { has: (id: string) => byId.has(id), renamed };
  const { lastSeen } = await import("../../db/inventory/last-seen");
  const vanished = await lastSeen(vanishedIds(diagram.overlay, known));
  return { ...diagram, overlay: settleOverlay(diagram.overlay, { ...known, vanished }) };
}
