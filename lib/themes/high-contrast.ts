import type { CategoryColors, FrameColors, Theme } from "./theme";

const black = "#000000";
const white = "#ffffff";
const frame: FrameColors = { ink: white, base: black, tint: 0 };

/** A bright tile with a black glyph; words and lines in the same colour, all of them 7:1 and more on black. */
function bright(color: string): CategoryColors {
  return { fill: color, onFill: black, ink: color };
}

export const highContrast: Theme = {
  id: "high-contrast",
  label: "High contrast",
  isDark: true,
  canvas: black,
  frame: black,
  surface: black,
  text: white,
  muted: white,
  border: white,
  borderFloor: 1,
  edge: white,
  exposed: "#ff9d8f",
  focus: "#ffff00",
  selection: "#ffff00",
  hit: "#00ffff",
  primary: { fill: "#ffff00", text: black },
  isNew: { fill: white, text: black },
  ok: "#7ee2a8",
  stopped: white,
  warn: "#ffc766",
  error: "#ff9b91",
  categories: {
    compute: bright("#d9a6ff"),
    containers: bright("#7cc4ff"),
    network: bright("#4ade80"),
    storage: bright("#ff9d8f"),
    database: bright("#ffb84d"),
    integration: bright("#3fe0c0"),
    analytics: bright("#a8d8ff"),
    security: bright("#f5f5f5"),
    management: bright("#cfd8d8"),
    other: bright("#c0c0c0"),
  },
  providers: {},
  frames: {
    provider: frame,
    account: frame,
    group: frame,
    region: frame,
    network: { ...frame, ink: "#4ade80" },
    subnet: { ...frame, ink: "#4ade80" },
    resource: frame,
  },
};
