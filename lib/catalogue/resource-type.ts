import type { Category } from "../core/resource/category";
import type { GlyphId } from "./glyph";

/** What CloudViz knows of one cloud type: how it is called, sorted and drawn. */
export interface ResourceType {
  /** As its users say it: "EC2 instance". */
  label: string;
  category: Category;
  glyph: GlyphId;
  /** Set on the types that are frames in every diagram. */
  frame?: "account" | "group" | "network" | "subnet";
}
