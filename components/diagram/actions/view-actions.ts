import type { Action } from "../../commands/action";
import { targets, type ActionContext } from "./action-context";

const isOnCanvas = ({ tab }: ActionContext) => tab === "canvas";

export const viewActions: readonly Action<ActionContext>[] = [
  { id: "zoom-in", label: "Zoom in", keys: ["+", "="], group: "view", repeats: true, enabled: isOnCanvas, run: ({ canvas }) => canvas.zoomIn() },
  { id: "zoom-out", label: "Zoom out", keys: ["-"], group: "view", repeats: true, enabled: isOnCanvas, run: ({ canvas }) => canvas.zoomOut() },
  // The browser's own zoom keeps its key everywhere else: people with weak eyes need it.
  { id: "zoom-to-100", label: "Zoom to 100 %", keys: ["mod+0"], group: "view", scope: "canvas", enabled: isOnCanvas, run: ({ canvas }) => canvas.zoomTo(1) },
  { id: "fit-all", label: "Show everything", keys: ["shift+1"], group: "view", enabled: isOnCanvas, run: ({ canvas }) => canvas.fitAll() },
  {
    id: "fit-selection",
    label: "Show the selection",
    keys: ["shift+2"],
    group: "view",
    enabled: (context) => isOnCanvas(context) && targets(context).length > 0,
    run: (context) => context.canvas.fit(targets(context).map(({ id }) => id)),
  },
  { id: "select-tool", label: "Select", keys: ["v"], group: "view", enabled: isOnCanvas, checked: ({ tool }) => tool === "select", run: ({ set }) => set.tool("select") },
  { id: "hand-tool", label: "Hand: drag moves the view", keys: ["h"], group: "view", enabled: isOnCanvas, checked: ({ tool }) => tool === "hand", run: ({ set }) => set.tool("hand") },
  { id: "show-canvas", label: "Show as canvas", group: "view", enabled: (context) => !isOnCanvas(context), run: ({ set }) => set.tab("canvas") },
  { id: "show-table", label: "Show as table", keys: ["t"], group: "view", checked: ({ tab }) => tab === "table", run: ({ set, tab }) => set.tab(tab === "table" ? "canvas" : "table") },
  { id: "show-tree", label: "Show as tree", group: "view", enabled: ({ tab }) => tab !== "tree", run: ({ set }) => set.tab("tree") },
  { id: "toggle-minimap", label: "Overview map", keys: ["m"], group: "view", enabled: isOnCanvas, checked: ({ hasMinimap }) => hasMinimap, run: ({ set, hasMinimap }) => set.minimap(!hasMinimap) },
  {
    id: "toggle-theme",
    label: "Diagram theme light or dark",
    labelFor: ({ theme }) => (theme.isDark ? "Diagram theme: light" : "Diagram theme: dark"),
    keys: ["alt+shift+d"],
    group: "view",
    run: ({ set, theme }) => set.theme(theme.isDark ? "professional" : "dark"),
  },
  { id: "toggle-presentation", label: "Presentation", keys: ["mod+."], group: "view", checked: ({ isPresenting }) => isPresenting, run: ({ set, isPresenting }) => set.presenting(!isPresenting) },
  { id: "filter", label: "Filter…", keys: ["/"], group: "view", run: ({ open }) => open.filter() },
  { id: "export", label: "Export…", keys: ["mod+shift+e"], group: "view", run: ({ open }) => open.export() },
  // What the browser would print is this page with its toolbars, wherever the keyboard is.
  { id: "print", label: "Print…", keys: ["mod+p"], group: "view", scope: "anywhere", run: ({ open }) => open.print() },
  { id: "share", label: "Share…", keys: ["s"], group: "view", run: ({ open }) => open.share() },
];
