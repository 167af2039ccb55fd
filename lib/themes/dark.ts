import type { Theme } from "./theme";

const white = "#ffffff";
const ink = "#1b2631";

export const dark: Theme = {
  id: "dark",
  label: "Dark",
  isDark: true,
  canvas: "#2c3e50",
  frame: "#273747",
  surface: "#34495e",
  text: "#ecf0f1",
  muted: "#bdc9d3",
  border: "#8fa5b8",
  borderFloor: 0,
  edge: "#a9bccc",
  exposed: "#ff998a",
  focus: "#ffd166",
  selection: "#ffd166",
  hit: "#ff9ee6",
  primary: { fill: "#4fc3f7", text: "#12202c" },
  isNew: { fill: "#4fc3f7", text: "#12202c" },
  ok: "#7ee2a8",
  stopped: "#bdc9d3",
  warn: "#ffc766",
  error: "#ff9b91",
  categories: {
    compute: { fill: "#9b59b6", onFill: white, ink: "#e09bfe" },
    containers: { fill: "#2980b9", onFill: white, ink: "#6bbdfa" },
    network: { fill: "#2ecc71", onFill: ink, ink: "#31ce73" },
    storage: { fill: "#e74c3c", onFill: white, ink: "#ff998a" },
    database: { fill: "#f39c12", onFill: ink, ink: "#faa221" },
    integration: { fill: "#1abc9c", onFill: ink, ink: "#35cbaa" },
    analytics: { fill: "#3498db", onFill: white, ink: "#62bdff" },
    // The light theme's #34495e is this theme's card: the tile would vanish.
    security: { fill: "#a0b8d1", onFill: ink, ink: "#a0b8d1" },
    management: { fill: "#95a5a6", onFill: ink, ink: "#a8b8b9" },
    other: { fill: "#6b7a89", onFill: white, ink: "#bdc9d3" },
  },
  providers: { aws: "#ffb74d", azure: "#4fc3f7", gcp: "#8bb7ff" },
  frames: {
    provider: { ink: "#bdc9d3", base: "#273747", tint: 0 },
    account: { ink: "#bdc9d3", base: "#2c3e50", tint: 0 },
    group: { ink: "#bdc9d3", base: "#2c3e50", tint: 0 },
    region: { ink: "#bdc9d3", base: "#273747", tint: 0 },
    network: { ink: "#31ce73", base: "#22303e", tint: 0 },
    subnet: { ink: "#31ce73", base: "#22303e", tint: 0.08 },
    resource: { ink: "#bdc9d3", base: "#22303e", tint: 0.07 },
  },
};
