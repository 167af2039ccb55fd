import type { Theme } from "./theme";

const white = "#ffffff";
/** Glyphs on the fills that white reads worse on. */
const dark = "#1b2631";

/** Lines by what flows: three inks that stay apart for everybody, and beside each of them dashes, widths and arrows. */
const data = "#0070af";
const permission = "#95587a";

/**
 * Fills by Okabe and Ito, with two greys for the categories that their palette has no colour for: any two of them are 10
 * CIEDE2000 and more apart for people who see no red, no green or no blue. Inks are the same hues, dark enough for text.
 */
export const colourBlind: Theme = {
  id: "colour-blind",
  label: "Colour-blind",
  isDark: false,
  canvas: "#f6f8fa",
  frame: "#eef2f6",
  surface: "#ffffff",
  text: "#0f172a",
  muted: "#526070",
  border: "#838f9e",
  borderFloor: 0,
  edge: "#3b4856",
  exposed: "#b34f00",
  lines: {
    "routes-to": { width: 2.5 },
    reads: { ink: data },
    writes: { ink: data },
    invokes: { ink: data },
    "secured-by": { ink: permission, dash: "8 3 2 3 2 3" },
    allows: { ink: permission },
    assumes: { ink: permission },
    "managed-by": { dash: "2 7" },
    exposed: { width: 3.5 },
  },
  focus: "#000000",
  selection: "#000000",
  hit: "#b5179e",
  primary: { fill: "#0b5cad", text: "#ffffff" },
  isNew: { fill: "#0b5cad", text: "#ffffff" },
  ok: "#00714f",
  stopped: "#526070",
  warn: "#7a5300",
  error: "#a94700",
  categories: {
    compute: { fill: "#0072b2", onFill: white, ink: "#0070af" },
    containers: { fill: "#56b4e9", onFill: dark, ink: "#377395" },
    network: { fill: "#009e73", onFill: dark, ink: "#007b5a" },
    storage: { fill: "#d55e00", onFill: white, ink: "#b34f00" },
    database: { fill: "#e69f00", onFill: dark, ink: "#916400" },
    integration: { fill: "#cc79a7", onFill: dark, ink: "#95587a" },
    analytics: { fill: "#f0e442", onFill: dark, ink: "#736d20" },
    security: { fill: "#000000", onFill: white, ink: "#000000" },
    management: { fill: "#4a4a4a", onFill: white, ink: "#4a4a4a" },
    other: { fill: "#bdbdbd", onFill: dark, ink: "#666666" },
  },
  providers: { aws: "#916400", azure: "#0070af", gcp: "#377395" },
  frames: {
    provider: { ink: "#526070", base: "#ffffff", tint: 0 },
    account: { ink: "#526070", base: "#f6f8fa", tint: 0 },
    group: { ink: "#526070", base: "#f6f8fa", tint: 0 },
    region: { ink: "#526070", base: "#eef2f6", tint: 0 },
    network: { ink: "#007b5a", base: "#ffffff", tint: 0 },
    subnet: { ink: "#007b5a", base: "#ffffff", tint: 0.06 },
    resource: { ink: "#526070", base: "#ffffff", tint: 0.05 },
  },
};
