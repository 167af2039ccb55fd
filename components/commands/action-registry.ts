import type { ActionGroup, BoundAction } from "./action";

/** Keys that a surface handles by itself, told in the shortcut sheet. */
export interface KeyHelp {
  label: string;
  keys: readonly string[];
  group: ActionGroup;
}

/** A resource as the palette knows it. */
export interface FoundResource {
  id: string;
  key: string;
  name: string;
}

/** What a part of the page offers: its actions, and what it can show. */
export interface ActionSource {
  /** Asked when a key is pressed or something is opened, never kept. */
  actions: () => readonly BoundAction[];
  keyHelp: readonly KeyHelp[];
  /** Where the keys of `canvas` actions count. */
  canvas: () => HTMLElement | null;
  /** Shows the resource where it is drawn; false when it is not here. */
  reveal: ((resource: FoundResource) => boolean | Promise<boolean>) | null;
}

let sources: readonly ActionSource[] = [];

/** The page's own sources come before those of the frame around it. */
export function actionSources(): readonly ActionSource[] {
  return sources;
}

export function addActionSource(source: ActionSource): () => void {
  sources = [source, ...sources];
  return () => {
    sources = sources.filter((other) => other !== source);
  };
}
