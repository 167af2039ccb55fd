import type { GlyphId } from "../../catalogue";
import type { Category } from "../../core/resource/category";
import type { EdgeKind } from "../../core/resource/edge";
import { edgeKinds } from "../../core/resource/edge-kinds";
import type { KeptPlaces } from "../layout-input";

export { frameLevels, type FrameLevel } from "../../core/diagram/group-levels";

/** How a resource does, the worst last. `unknown`: nothing tells. The order is part of the wire format. */
export const statuses = ["unknown", "ok", "stopped", "warning", "error"] as const;
export type Status = (typeof statuses)[number];

/** The kinds of lines in the order of the wire format. */
export const lineKinds = Object.keys(edgeKinds) as EdgeKind[];

/** Bits of `ViewBoxes.flags`. */
export const boxFlags = {
  /** Stands for something nobody listed. */
  outside: 1,
  /** Its title was changed on this diagram. */
  renamed: 2,
  /** Has a note on this diagram. */
  noted: 4,
  /** First seen since the person last looked. */
  isNew: 8,
  /** A frame that a person folded into one box; it has no children here. */
  collapsed: 16,
  /** Is not what it was when the person last looked. */
  isChanged: 32,
} as const;

/** Bits of `ViewLines.flags`. */
export const lineFlags = { derived: 1, exposed: 2 } as const;

/** Boxes by number: frames first (0 … frames − 1), each before what it holds; then cards. */
export interface ViewBoxes {
  count: number;
  frames: number;
  /** −1 = at the top. */
  parent: Int32Array;
  /** Of frames: into `frameLevels`. Of cards without meaning. */
  level: Uint8Array;
  title: readonly string[];
  /** Into `View.words`; −1 = nothing to say. */
  subtitle: Int32Array;
  meta: Int32Array;
  /** Into `View.types`; −1 = a frame that is no resource. */
  type: Int32Array;
  /** Into `View.providers`. */
  provider: Uint8Array;
  /** Into `statuses`; of a frame its own, or the worst trouble inside. */
  status: Uint8Array;
  flags: Uint8Array;
  /** Frames around the box. */
  depth: Uint16Array;
  /** Resources below a frame at any depth, folded ones too, without what nobody listed; 1 for a card. */
  held: Int32Array;
}

export interface ViewLines {
  count: number;
  from: Int32Array;
  to: Int32Array;
  /** Into `lineKinds`. */
  kind: Uint8Array;
  flags: Uint8Array;
  /** How many relationships the line stands for; more than 1 only at folded frames. */
  merged: Int32Array;
}

export interface ViewType {
  /** The cloud's own type name. */
  type: string;
  label: string;
  category: Category;
  glyph: GlyphId;
}

/**
 * What a diagram draws, before it is placed and coloured: filter, grouping, overlay and words are settled. In columns, so that
 * 10,000 boxes cross the network and threads in milliseconds. Ids stay with the server until they are needed.
 */
export interface View {
  title: string;
  boxes: ViewBoxes;
  lines: ViewLines;
  words: readonly string[];
  types: readonly ViewType[];
  providers: readonly string[];
  /** Where a person put boxes, or where they stood when a person last arranged something. */
  kept: KeptPlaces | null;
}
