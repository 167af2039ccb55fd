import { pages } from "../shell/pages";
import type { Action } from "./action";

export interface PageContext {
  go: (href: string) => void;
  openPalette: () => void;
  openShortcuts: () => void;
}

type Href = (typeof pages)[number]["href"];

const goKeys: Record<Href, string> = { "/": "g d", "/diagrams": "g g", "/inventory": "g i", "/connections": "g c", "/jobs": "g j", "/shares": "g l", "/settings": "g s" };

/** What can be done on every page. */
export const pageActions: readonly Action<PageContext>[] = [
  { id: "palette", label: "Search and commands", keys: ["mod+k"], group: "general", scope: "anywhere", isUnlisted: true, run: ({ openPalette }) => openPalette() },
  { id: "shortcuts", label: "Keyboard shortcuts", keys: ["?"], group: "general", run: ({ openShortcuts }) => openShortcuts() },
  ...pages.map(({ href, label }): Action<PageContext> => ({ id: `go ${href}`, label, keys: [goKeys[href]], group: "go", run: ({ go }) => go(href) })),
];
