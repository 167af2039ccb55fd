import type { EdgeKind } from "../../../../core/resource/edge";

/**
 * What a field of a body means. `path` is dotted as the body is written, `[]` walks a list, `*` stands for any one name;
 * compared without case, as services spell one name differently. The value's form tells the target: an ARM id, or a host name.
 */
export interface ArmField {
  path: string;
  kind: EdgeKind;
  direction?: "in";
  outside?: false;
}

/** Fields by type, in the catalogue's spelling. */
export type ArmFields = Readonly<Record<string, readonly ArmField[]>>;

export function to(path: string, kind: EdgeKind, options: Partial<ArmField> = {}): ArmField {
  return { path, kind, ...options };
}

/** The field names what the relationship comes from. */
export function from(path: string, kind: EdgeKind, options: Partial<ArmField> = {}): ArmField {
  return { path, kind, direction: "in", ...options };
}

/** The field names the container. */
export function inside(path: string): ArmField {
  return from(path, "contains");
}
