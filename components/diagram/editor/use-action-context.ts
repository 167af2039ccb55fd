"use client";

import { useState, type RefObject } from "react";
import { getResource, listResources } from "@/lib/api-client";
import { filterTerm } from "@/lib/graph/filter";
import { builtInLayoutIds } from "@/lib/layouts/built-in-ids";
import type { Theme } from "@/lib/themes";
import { useToast } from "../../ui/toast";
import type { ActionBox, ActionContext, Openers } from "../actions/action-context";
import type { CanvasHandle } from "../canvas/diagram-canvas";
import type { DiagramDocument } from "../document/diagram-document";
import type { DiagramUrl, useDiagramUrl } from "../state/diagram-url";
import type { DiagramScene } from "../state/use-diagram-scene";
import { boxLookup } from "./box-lookup";
import { followLine, type Following } from "./follow-line";
import type { Selection } from "./use-selection";

export interface EditorParts {
  document: DiagramDocument;
  scene: DiagramScene;
  selection: Selection;
  url: DiagramUrl;
  setUrl: ReturnType<typeof useDiagramUrl>[1];
  layout: { id: string };
  theme: Theme;
  focused: number | null;
  handle: RefObject<CanvasHandle | null>;
  switches: Switches;
  open: Openers;
}

/** What of the page is switched and not in its address. */
export interface Switches {
  isEditing: boolean;
  tool: "select" | "hand";
  hasMinimap: boolean;
  isPresenting: boolean;
}

const maxAlike = 500;

/** What the actions of the diagram work on, made of the page's parts. */
export function useActionContext(parts: EditorParts & { setSwitches: (change: Partial<Switches>) => void }): ActionContext {
  const { document, scene, selection, url, setUrl, layout, theme, focused, handle, switches, setSwitches, open } = parts;
  const toast = useToast();
  const [following, setFollowing] = useState<Following | null>(null);
  const ids = scene.ids ?? [];
  const boxes = scene.drawing === null ? nothingDrawn : boxLookup(scene.drawing, ids, scene.keys ?? [], taggedAlike);

  async function taggedAlike(id: string): Promise<readonly string[]> {
    const key = boxes.get(id)?.resourceKey;
    if (key === null || key === undefined) return [];
    const { tags } = (await getResource(key)).resource;
    const filter = Object.entries(tags).map(([name, value]) => filterTerm(`tag.${name}`, value)).join(" ");
    if (filter === "") return [id];
    const { data } = await listResources({ filter, limit: maxAlike });
    return data.map((resource) => resource.id).filter((other) => boxes.get(other) !== null);
  }

  function goTo(box: number) {
    if (box >= 0) handle.current?.focus(box);
  }

  const view = scene.drawing?.view;
  const start = focused ?? [...selection.boxes][0] ?? -1;
  return {
    document,
    isReadOnly: false,
    ...switches,
    tab: url.view,
    layout: layout.id,
    theme,
    layouts: builtInLayoutIds,
    neighbourhood: neighbourhoodIn(url, scene),
    selection: selection.ids,
    focused: focused === null ? null : (ids[focused] ?? null),
    boxes,
    canvas: {
      zoomIn: () => handle.current?.zoomBy(1),
      zoomOut: () => handle.current?.zoomBy(-1),
      zoomTo: (zoom) => handle.current?.zoomTo(zoom),
      fitAll: () => handle.current?.fitAll(),
      fit: (wanted) => handle.current?.fitBoxes(wanted.map((id) => boxes.number(id)).filter((box) => box >= 0)),
      goToParent: () => goTo(view?.boxes.parent[start] ?? -1),
      goToFirstChild: () => goTo(view?.boxes.parent.indexOf(start) ?? -1),
      followLine(direction) {
        const next = view === undefined || start < 0 ? null : followLine(view, start, direction, following);
        if (next === null) return;
        setFollowing(next);
        goTo(next.box);
      },
    },
    set: {
      selection: selection.select,
      neighbourhood: (next) => void setUrl(next === null ? { focus: null, depth: null, only: null } : { focus: boxes.get(next.id)?.resourceKey ?? null, depth: next.hops }, { history: "push" }),
      tab: (tab) => void setUrl({ view: tab }, { history: "push" }),
      tool: (tool) => setSwitches({ tool }),
      layout: (id) => void setUrl({ layout: id, options: null }),
      theme: (id) => void setUrl({ theme: id }),
      minimap: (hasMinimap) => setSwitches({ hasMinimap }),
      presenting: (isPresenting) => setSwitches({ isPresenting }),
      editing: (isEditing) => setSwitches({ isEditing }),
    },
    open,
    tell: (text, options) => toast({ title: text, ...(options?.canUndo === true ? { action: { label: "Undo", run: () => document.undo() } } : {}) }),
  };
}

function neighbourhoodIn({ focus, depth }: DiagramUrl, { ids, keys }: DiagramScene): ActionContext["neighbourhood"] {
  const box = focus === null ? -1 : (keys?.indexOf(focus) ?? -1);
  const id = ids?.[box];
  return id === undefined ? null : { id, hops: hopsOf(depth) };
}

export function hopsOf(depth: number): 1 | 2 | 3 {
  return depth >= 3 ? 3 : depth === 2 ? 2 : 1;
}

const nothingDrawn: ReturnType<typeof boxLookup> = {
  number: () => -1,
  get: (): ActionBox | null => null,
  all: () => [],
  place: () => null,
  standing: () => [],
  alike: () => [],
};
