import { internet } from "./collected";

const prefix = "outside:";

/** The id of the node that stands for something nobody listed, by how it was named. */
export function outsideId(target: string): string {
  return target === internet ? internet : `${prefix}${target}`;
}

/** How that something was named; null for the id of something listed. */
export function outsideTarget(id: string): string | null {
  if (id === internet) return internet;
  return id.startsWith(prefix) ? id.slice(prefix.length) : null;
}
