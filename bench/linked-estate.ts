import type { LinkedInventory } from "../lib/graph/link";
import { link } from "../lib/graph/link";
import { generateEstate } from "../lib/scenarios/estate";
import { size } from "./measure";

export function linkedEstate(): LinkedInventory {
  return link(generateEstate({ size }), { now: "2026-01-01T00:00:00Z" });
}
