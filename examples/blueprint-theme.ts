import type { CustomTheme } from "cloudviz";

const white = "#f2f7ff";
const navy = "#0b2340";

/** Light lines on blue paper. */
export const blueprint: CustomTheme = {
  label: "Blueprint",
  isDark: true,
  canvas: "#0f2e52",
  frame: "#12355e",
  surface: "#17406f",
  text: white,
  muted: "#bcd2ea",
  border: "#86abd4",
  borderFloor: 0,
  edge: "#b5d0ee",
  exposed: "#ffb199",
  focus: "#ffd166",
  selection: "#ffd166",
  hit: "#ff9ee6",
  primary: { fill: "#9fd0ff", text: navy },
  isNew: { fill: "#ffd166", text: navy },
  ok: "#8ce8b4",
  stopped: "#bcd2ea",
  warn: "#ffc766",
  error: "#ffa8a0",
  categories: {
    compute: { fill: "#d9b8ff", onFill: navy, ink: "#d9b8ff" },
    containers: { fill: "#8ecbff", onFill: navy, ink: "#8ecbff" },
    network: { fill: "#7fe3b0", onFill: navy, ink: "#7fe3b0" },
    storage: { fill: "#ffb0a3", onFill: navy, ink: "#ffb0a3" },
    database: { fill: "#ffc977", onFill: navy, ink: "#ffc977" },
    integration: { fill: "#7fe0d4", onFill: navy, ink: "#7fe0d4" },
    analytics: { fill: "#a8bfff", onFill: navy, ink: "#a8bfff" },
    security: { fill: "#e3ebf5", onFill: navy, ink: "#e3ebf5" },
    management: { fill: "#b9c9da", onFill: navy, ink: "#b9c9da" },
    other: { fill: "#9fb4cb", onFill: navy, ink: "#b3c5d9" },
  },
  providers: { aws: "#ffc977", azure: "#8ecbff", gcp: "#a8bfff" },
  frames: {
    provider: { ink: "#bcd2ea", base: "#12355e", tint: 0 },
    account: { ink: "#bcd2ea", base: "#0f2e52", tint: 0 },
    group: { ink: "#bcd2ea", base: "#0f2e52", tint: 0 },
    region: { ink: "#bcd2ea", base: "#12355e", tint: 0 },
    network: { ink: "#7fe3b0", base: "#0f2e52", tint: 0 },
    subnet: { ink: "#7fe3b0", base: "#0f2e52", tint: 0.07 },
    resource: { ink: "#bcd2ea", base: "#0f2e52", tint: 0.07 },
  },
};
