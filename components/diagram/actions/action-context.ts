import type { DiagramDocument } from "../document/diagram-document";
import type { NamedBox } from "../document/edits/edit-label";
import type { Standing, StandingBox } from "../document/edits/place-edits";

/** A box that is drawn, as actions need it. */
export interface ActionBox extends NamedBox {
  kind: "card" | "frame";
  /** Null for frames that are no resource, and for what nobody listed. */
  resourceKey: string | null;
  /** Id of the frame around it. */
  parent: string | null;
}

/** By what resources are alike. */
export type Likeness = "type" | "tags" | "group";

export type DiagramTab = "canvas" | "table" | "tree";
export type Direction = "in" | "out" | "next" | "previous";

/** A part of a diagram around one box. */
export interface Neighbourhood {
  id: string;
  hops: 1 | 2 | 3;
}

/**
 * What the actions of a diagram work on; the page that shows the diagram provides it. Ids are the keys of the overlay:
 * resource ids, and frames' own ids.
 */
export interface ActionContext {
  document: DiagramDocument;
  /** People who may only look have no edits. */
  isReadOnly: boolean;
  /** Boxes can be dragged and nudged. */
  isEditing: boolean;
  tab: DiagramTab;
  tool: "select" | "hand";
  /** As it is shown now, which the address may have set. */
  layout: string;
  theme: { id: string; isDark: boolean };
  layouts: readonly string[];
  hasMinimap: boolean;
  isPresenting: boolean;
  neighbourhood: Neighbourhood | null;
  /** In the order in which they were selected. */
  selection: readonly string[];
  focused: string | null;
  boxes: BoxLookup;
  canvas: CanvasCommands;
  set: StateSetters;
  open: Openers;
  /** Says what was done, and offers to undo it. */
  tell: (text: string, options?: { canUndo: boolean }) => void;
}

export interface BoxLookup {
  /** Null when it is not drawn: hidden, folded away, filtered out. */
  get: (id: string) => ActionBox | null;
  /** Everything that is drawn. */
  all: () => readonly string[];
  /** Where boxes stand, relative to the frame around them. */
  place: (id: string) => StandingBox | null;
  standing: Standing;
  alike: (id: string, by: Likeness) => readonly string[] | Promise<readonly string[]>;
}

export interface CanvasCommands {
  zoomIn: () => void;
  zoomOut: () => void;
  /** 1 = 100 %. */
  zoomTo: (zoom: number) => void;
  fitAll: () => void;
  fit: (ids: readonly string[]) => void;
  goToParent: () => void;
  goToFirstChild: () => void;
  followLine: (direction: Direction) => void;
}

export interface StateSetters {
  selection: (ids: readonly string[]) => void;
  neighbourhood: (neighbourhood: Neighbourhood | null) => void;
  tab: (tab: DiagramTab) => void;
  tool: (tool: "select" | "hand") => void;
  layout: (id: string) => void;
  theme: (id: string) => void;
  minimap: (isShown: boolean) => void;
  presenting: (isOn: boolean) => void;
  editing: (isOn: boolean) => void;
}

/** What actions open; each of them takes the focus. */
export interface Openers {
  details: (box: ActionBox) => void;
  rename: (box: ActionBox) => void;
  note: (box: ActionBox) => void;
  position: (box: ActionBox) => void;
  orphans: () => void;
  find: () => void;
  filter: () => void;
  export: () => void;
  print: () => void;
  share: () => void;
}

/** What an action is about: the selection, unless the keyboard has gone on to a box beside it. */
export function targets({ selection, focused, boxes }: ActionContext): readonly ActionBox[] {
  const ids = focused === null || selection.includes(focused) ? selection : [focused];
  return ids.flatMap((id) => boxes.get(id) ?? []);
}

/** The one box that an action is about; null when there is none or more than one. */
export function target(context: ActionContext): ActionBox | null {
  const found = targets(context);
  return found.length === 1 ? (found[0] ?? null) : null;
}
