import type { JsonObject } from "../core/json";

/** Whether a sighting tells no more than that the resource is there, as a policy on it does: its name and account are then guesses from its id. */
export function isOnlyNamed({ properties = {} }: { properties?: JsonObject }): boolean {
  return Object.keys(properties).length === 0;
}
