import type { Category } from "../core/resource/category";
import { categories } from "../core/resource/categories";
import type { CategoryColors, FrameColors, Theme } from "./theme";

/** Every category looks the same: glyphs and words tell, as on paper. */
const plain: CategoryColors = { fill: "#595959", onFill: "#ffffff", ink: "#595959" };
const frame: FrameColors = { ink: "#595959", base: "#ffffff", tint: 0 };

export const minimal: Theme = {
  id: "minimal",
  label: "Minimal",
  isDark: false,
  canvas: "#ffffff",
  frame: "#ffffff",
  surface: "#ffffff",
  text: "#111111",
  muted: "#595959",
  border: "#767676",
  borderFloor: 0.8,
  edge: "#767676",
  exposed: "#111111",
  focus: "#0b5cad",
  selection: "#0b5cad",
  hit: "#b5179e",
  primary: { fill: "#111111", text: "#ffffff" },
  isNew: { fill: "#111111", text: "#ffffff" },
  ok: "#17693b",
  stopped: "#595959",
  warn: "#8a5300",
  error: "#b3261e",
  categories: Object.fromEntries(categories.map((category) => [category, plain])) as Record<Category, CategoryColors>,
  providers: {},
  frames: {
    provider: { ...frame, ink: "#111111" },
    account: frame,
    group: frame,
    region: frame,
    network: { ...frame, ink: "#111111" },
    subnet: frame,
    resource: frame,
  },
};
