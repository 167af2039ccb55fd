import type { Diagram } from "@/lib/core/diagram/diagram";
import type { ResourceRow } from "@/lib/core/api/resources";
import { uiModeLabels, uiModes, type UiMode } from "../shell/ui-mode";
import { actionGroups, type BoundAction } from "./action";
import { ranked } from "./rank";
import type { RecentEntry } from "./recent";

/** A list that one entry of the palette leads to. */
export const paletteSteps = { actions: "Actions", diagrams: "Diagrams", theme: "Theme" } as const;
export type PaletteStep = keyof typeof paletteSteps;

export type PaletteEntry = { id: string; label: string; isRecent?: true } & (
  | { kind: "action"; action: BoundAction }
  | { kind: "page"; action: BoundAction }
  | { kind: "diagram"; diagramId: string }
  | { kind: "resource"; resource: Pick<ResourceRow, "id" | "key" | "name" | "type">; where: string }
  | { kind: "mode"; mode: UiMode }
  | { kind: "step"; step: PaletteStep }
);

export interface PaletteSection {
  title: string;
  items: readonly PaletteEntry[];
}

export interface PaletteContent {
  actions: readonly BoundAction[];
  diagrams: readonly Pick<Diagram, "id" | "title">[];
  /** What the server found for the query. */
  resources: readonly ResourceRow[];
  recent: readonly RecentEntry[];
}

/** How many of a kind are shown before something is typed; the rest is one step away. */
const few = { actions: 6, diagrams: 4 } as const;

/** What the palette lists for what is typed. Without a query: the last used, a few of each kind, and the ways to the rest. */
export function paletteSections(content: PaletteContent, step: PaletteStep | null, query: string): readonly PaletteSection[] {
  const all = entriesOf(content);
  const matching = (entries: readonly PaletteEntry[]) => ranked(entries, query, searchText);
  if (step !== null) return filled([{ title: paletteSteps[step], items: matching(all[step]) }]);
  if (query.trim() === "") {
    return filled([
      { title: "Recent", items: content.recent.flatMap((entry) => recentEntry(entry, all)) },
      { title: "Actions", items: shortened(all.actions, "actions", "All actions…") },
      { title: "Go to", items: all.pages },
      { title: "Diagrams", items: shortened(all.diagrams, "diagrams", "All diagrams…") },
      { title: "Theme", items: [{ kind: "step", id: "step theme", label: "Theme of the interface…", step: "theme" }] },
    ]);
  }
  return filled([
    { title: "Actions", items: matching(all.actions) },
    { title: "Go to", items: matching(all.pages) },
    { title: "Diagrams", items: matching(all.diagrams) },
    { title: "Resources", items: content.resources.map(resourceEntry) },
    { title: "Theme", items: matching(all.theme) },
  ]);
}

interface Entries extends Record<PaletteStep, readonly PaletteEntry[]> {
  pages: readonly PaletteEntry[];
}

function entriesOf({ actions, diagrams }: PaletteContent): Entries {
  const listed = actions.filter(({ isEnabled, isUnlisted }) => isEnabled && isUnlisted !== true);
  return {
    actions: listed.filter(({ group }) => group !== "go").map((action) => ({ kind: "action", id: `action ${action.id}`, label: action.label, action })),
    pages: listed.filter(({ group }) => group === "go").map((action) => ({ kind: "page", id: `action ${action.id}`, label: action.label, action })),
    diagrams: diagrams.map(({ id, title }) => ({ kind: "diagram", id: `diagram ${id}`, label: title, diagramId: id })),
    theme: uiModes.map((mode) => ({ kind: "mode", id: `mode ${mode}`, label: uiModeLabels[mode], mode })),
  };
}

function resourceEntry({ id, key, name, type, account, region }: ResourceRow): PaletteEntry {
  return { kind: "resource", id: `resource ${id}`, label: name, resource: { id, key, name, type }, where: [account, region].filter(Boolean).join(" · ") };
}

/** What can be done again now; a command that is not there at the moment is left out. */
function recentEntry(recent: RecentEntry, all: Entries): PaletteEntry[] {
  if (recent.kind === "diagram") return [{ kind: "diagram", id: `recent ${recent.id}`, label: recent.label, diagramId: recent.id, isRecent: true }];
  if (recent.kind === "resource") {
    const { id, key, label, type } = recent;
    return [{ kind: "resource", id: `recent ${id}`, label, resource: { id, key, name: label, type }, where: "", isRecent: true }];
  }
  const found = [...all.actions, ...all.pages, ...all.theme].find(({ id }) => id === recent.id);
  return found === undefined ? [] : [{ ...found, id: `recent ${found.id}`, isRecent: true }];
}

/** What is remembered of a chosen entry; null = nothing. */
export function toRecent(entry: PaletteEntry): RecentEntry | null {
  switch (entry.kind) {
    case "step":
      return null;
    case "diagram":
      return { kind: "diagram", id: entry.diagramId, label: entry.label };
    case "resource":
      return { kind: "resource", id: entry.resource.id, key: entry.resource.key, label: entry.resource.name, type: entry.resource.type };
    default:
      return { kind: "command", id: entry.isRecent === true ? entry.id.replace(/^recent /, "") : entry.id };
  }
}

function shortened(entries: readonly PaletteEntry[], step: "actions" | "diagrams", label: string): readonly PaletteEntry[] {
  if (entries.length <= few[step] + 1) return entries;
  return [...entries.slice(0, few[step]), { kind: "step", id: `step ${step}`, label, step }];
}

/** Also what a person would call it: the kind of thing, and what an action does in general. */
function searchText(entry: PaletteEntry): string {
  switch (entry.kind) {
    case "action":
      return `${entry.label} ${entry.action.usualLabel} ${actionGroups[entry.action.group]}`;
    case "page":
      return `${entry.label} go to`;
    case "mode":
      return `${entry.label} theme mode appearance`;
    default:
      return entry.label;
  }
}

function filled(sections: readonly PaletteSection[]): readonly PaletteSection[] {
  return sections.filter(({ items }) => items.length > 0);
}
