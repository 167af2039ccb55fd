import type { Resource } from "./resource";

/** True for a box that stands for something nobody listed. */
export function isOutside(candidate: Pick<Resource, "origin">): boolean {
  return candidate.origin?.kind === "outside";
}
