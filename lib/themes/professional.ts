import type { Theme } from "./theme";

const white = "#ffffff";
/** Glyphs on the fills that white would not reach 3:1 on. */
const dark = "#1b2631";

export const professional: Theme = {
  id: "professional",
  label: "Professional",
  isDark: false,
  canvas: "#f6f8fa",
  frame: "#eef2f6",
  surface: "#ffffff",
  text: "#0f172a",
  muted: "#526070",
  border: "#838f9e",
  borderFloor: 0,
  edge: "#5b6b7c",
  exposed: "#ce3225",
  focus: "#0b5cad",
  selection: "#0b5cad",
  hit: "#b5179e",
  primary: { fill: "#0b5cad", text: "#ffffff" },
  isNew: { fill: "#0b5cad", text: "#ffffff" },
  ok: "#17693b",
  stopped: "#526070",
  warn: "#8a5300",
  error: "#b3261e",
  categories: {
    compute: { fill: "#9b59b6", onFill: white, ink: "#9553b0" },
    containers: { fill: "#2980b9", onFill: white, ink: "#1874ac" },
    network: { fill: "#2ecc71", onFill: dark, ink: "#007e40" },
    storage: { fill: "#e74c3c", onFill: white, ink: "#ce3225" },
    database: { fill: "#f39c12", onFill: dark, ink: "#9b6100" },
    integration: { fill: "#1abc9c", onFill: dark, ink: "#007d67" },
    analytics: { fill: "#3498db", onFill: white, ink: "#0074b2" },
    security: { fill: "#34495e", onFill: white, ink: "#34495e" },
    management: { fill: "#95a5a6", onFill: dark, ink: "#617071" },
    other: { fill: "#6b7a89", onFill: white, ink: "#526070" },
  },
  providers: { aws: "#9f5d00", azure: "#006fc5", gcp: "#286ad7" },
  frames: {
    provider: { ink: "#526070", base: "#ffffff", tint: 0 },
    account: { ink: "#526070", base: "#f6f8fa", tint: 0 },
    group: { ink: "#526070", base: "#f6f8fa", tint: 0 },
    region: { ink: "#526070", base: "#eef2f6", tint: 0 },
    network: { ink: "#007e40", base: "#ffffff", tint: 0 },
    subnet: { ink: "#007e40", base: "#ffffff", tint: 0.06 },
    resource: { ink: "#526070", base: "#ffffff", tint: 0.05 },
  },
};
