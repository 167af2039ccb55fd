"use client";

import { ChevronDown, SearchX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import type { DiagramViewQuery } from "@/lib/api-client";
import type { Diagram, Grouping } from "@/lib/core/diagram/diagram";
import type { DiagramView, DiagramViewBoxes } from "@/lib/core/diagram/view";
import { groupingText } from "@/lib/core/diagram/grouping-text";
import { andFilters, filterTerm } from "@/lib/graph/filter";
import { placesInFrames, sameLook } from "@/lib/scene/view/kept-places";
import type { Point } from "@/lib/scene/placement";
import { themeOf } from "@/lib/themes";
import { ActionMenuButton } from "../../commands/action-menu";
import { useActions } from "../../commands/use-actions";
import { number } from "../../data/words";
import { Button, buttonClass } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { HeldKeys } from "../../ui/held-keys";
import { onDemand } from "../../ui/on-demand";
import { ProblemNotice } from "../../ui/problem-notice";
import { actions, canvasKeys } from "../actions";
import type { CanvasHandle } from "../canvas/diagram-canvas";
import type { DiagramDocument } from "../document/diagram-document";
import { showEdit } from "../document/edits/entry-edits";
import { arrangeEdit } from "../document/edits/arrange-edit";
import type { StandingBox } from "../document/edits/place-edits";
import type { ChosenLayout } from "../layout-menu";
import { printHref } from "../print/print-href";
import type { DiagramUrl, useDiagramUrl } from "../state/diagram-url";
import { useDiagramScene } from "../state/use-diagram-scene";
import { useInventoryNews } from "../state/use-inventory-news";
import { outermost } from "./box-lookup";
import { CanvasSkeleton } from "./canvas-skeleton";
import { EditorDialogs, type OpenDialog } from "./editor-dialogs";
import { EditorToolbar } from "./editor-toolbar";
import { LayoutNotice } from "./layout-notice";
import { hopsOf, useActionContext, type Switches } from "./use-action-context";
import { useSelection, type SelectedBy, type Selection } from "./use-selection";

/** React Flow and the painter: not for those who look at the table. */
const CanvasTab = onDemand(() => import("./canvas-tab").then((module) => module.CanvasTab), CanvasSkeleton);

// Each comes when it is first opened.
const ResourceList = onDemand(() => import("../../inventory/resource-list").then((module) => module.ResourceList), CanvasSkeleton);
const TreeView = onDemand(() => import("../panels/tree-view").then((module) => module.TreeView), CanvasSkeleton);
const ExportDialog = onDemand(() => import("../export/export-dialog").then((module) => module.ExportDialog), HeldKeys);
const ResourcePanel = onDemand(() => import("../../resource/resource-panel").then((module) => module.ResourcePanel));

export interface LoadedDiagramProps {
  document: DiagramDocument;
  /** As it is edited here. */
  diagram: Diagram;
  answer: DiagramView;
  boxes: DiagramViewBoxes | undefined;
  /** What `answer` was asked for. */
  asked: DiagramViewQuery;
  /** Of asking anew; the answer before is still shown. */
  error: Error | null;
  onRetry: () => void;
  url: DiagramUrl;
  setUrl: ReturnType<typeof useDiagramUrl>[1];
  look: { layout: ChosenLayout; theme: string; grouping: Grouping };
  unsavedView: { onSave: () => void; onReset: () => void } | null;
  isExporting: boolean;
  onExporting: (isOpen: boolean) => void;
  onShare: () => void;
}

/** Toolbar, canvas, table or tree, and the details of what is selected. */
export function LoadedDiagram({ document, diagram, answer, boxes, asked, error, onRetry, url, setUrl, look, unsavedView, isExporting, onExporting, onShare }: LoadedDiagramProps) {
  const { overlay } = diagram;
  const theme = themeOf(look.theme);
  const subject = JSON.stringify([asked, look.layout, url.only ? [url.focus, url.depth] : null]);
  const only = useMemo(() => (url.only && url.focus !== null ? { key: url.focus, hops: hopsOf(url.depth) } : null), [url.only, url.focus, url.depth]);
  const isWhole = url.q.trim() === "" && url.preset === null && only === null;
  const arranged = sameLook(diagram, { ...look, isWhole });
  const scene = useDiagramScene({ answer, names: boxes, overlay, layout: look.layout, theme, arranged, only, subject });
  useInventoryNews(scene);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const chosen = useSelection(scene, url.sel, (sel) => void setUrl({ sel }, { history: "push" }));
  const selection: Selection = { ...chosen, select };
  const [switches, setSwitches] = useState<Switches>({ isEditing: false, tool: "select", hasMinimap: true, isPresenting: false });
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [isFinding, setFinding] = useState(false);
  const router = useRouter();
  const handle = useRef<CanvasHandle>(null);
  const isBackToCanvas = useRef(false);
  const area = useRef<HTMLDivElement>(null);
  const { ids, drawing } = scene;
  const focused = useMemo(() => {
    const box = focusedId === null || ids === null ? -1 : ids.indexOf(focusedId);
    return box < 0 ? null : box;
  }, [focusedId, ids]);

  const context = useActionContext({
    document,
    scene,
    selection,
    url,
    setUrl,
    layout: look.layout,
    theme,
    focused,
    handle,
    switches,
    setSwitches: (change) => setSwitches((present) => ({ ...present, ...change })),
    open: {
      details: (box) => selection.select([box.id]),
      rename: (box) => openDialog({ kind: "rename", id: box.id }),
      note: (box) => openDialog({ kind: "note", id: box.id }),
      position: (box) => openDialog({ kind: "position", id: box.id }),
      orphans: () => openDialog({ kind: "orphans" }),
      find: () => setFinding(true),
      filter: () => window.document.querySelector<HTMLInputElement>("[data-filter-input] input, input[data-filter-input]")?.focus(),
      export: () => {
        document.flush();
        onExporting(true);
      },
      print: () => {
        document.flush();
        router.push(printHref(diagram.id, url));
      },
      share: onShare,
    },
  });
  useActions(actions, context, {
    canvas: area,
    keyHelp: canvasKeys,
    reveal: ({ id }) => {
      const box = ids?.indexOf(id) ?? -1;
      if (box < 0) return false;
      selection.select([id]);
      void setUrl({ view: "canvas" });
      handle.current?.reveal(box);
      return true;
    },
  });

  /** The keyboard goes along: what was focused before is not what the next key is about. */
  function select(next: readonly string[], by?: SelectedBy) {
    chosen.select(next, by);
    if (next.length > 0 && focusedId !== null && !next.includes(focusedId)) setFocusedId(next.length === 1 ? (next[0] ?? null) : null);
  }

  function openDialog(next: OpenDialog) {
    isBackToCanvas.current = area.current?.contains(window.document.activeElement) === true;
    setDialog(next);
  }

  /** Who came from the canvas by keyboard goes on there, whatever the edit has changed in it. */
  function closeDialog() {
    setDialog(null);
    if (isBackToCanvas.current && focused !== null) handle.current?.focus(focused);
  }

  function move(moved: readonly number[], by: Point, how: "drag" | "nudge"): boolean {
    if (drawing === null || ids === null) return false;
    const { x, y } = placesInFrames(drawing.view, drawing.placement);
    const to = outermost(drawing.view, moved).map((box): StandingBox => ({
      id: ids[box] ?? "",
      name: drawing.view.boxes.title[box] ?? "",
      ...movedBy(by, how === "nudge" ? pinnedPlace(ids[box] ?? "") : null, { x: x[box] ?? 0, y: y[box] ?? 0 }),
    }));
    const edit = arrangeEdit(document.overlay, to, context.boxes.standing, how, { ...look, ...arranged, isWhole });
    if (edit === null) context.tell("The diagram was arranged in other groups than these. Save this view to arrange it anew.");
    return edit !== null && document.perform(edit);
  }

  /** The picture may be behind the last of several quick steps. */
  function pinnedPlace(id: string): Point | null {
    const place = Object.hasOwn(document.overlay.places, id) ? document.overlay.places[id] : undefined;
    return place?.pinned === true ? place : null;
  }

  function filterTo(wanted: readonly string[]) {
    const terms = wanted.slice(0, mostTerms).map((id) => filterTerm("id", id));
    void setUrl({ q: andFilters(url.q, terms.join(" OR ")) }, { history: "push" });
    setFinding(false);
  }

  const selectedKey = url.sel.length === 1 ? (url.sel[0] ?? null) : null;
  const hidden = useMemo(() => new Set(overlay.hidden), [overlay.hidden]);
  const filter = andFilters(diagram.source.filter, url.q);
  return (
    <div data-presenting={switches.isPresenting} className="flex min-h-0 flex-1 flex-col bg-canvas data-[presenting=true]:fixed data-[presenting=true]:inset-0 data-[presenting=true]:z-40">
      {!switches.isPresenting && (
        <EditorToolbar
          url={url}
          onTab={(view) => void setUrl({ view }, { history: "push" })}
          onQuery={(q) => void setUrl({ q })}
          onPreset={(preset) => void setUrl({ preset: preset as DiagramUrl["preset"] })}
          grouping={look.grouping}
          onGrouping={(grouping) => void setUrl({ group: groupingText(grouping) })}
          layout={look.layout}
          onLayout={({ id, options }) => void setUrl({ layout: id, options: Object.keys(options).length === 0 ? null : JSON.stringify(options) })}
          theme={look.theme}
          onTheme={(id) => void setUrl({ theme: id })}
          at={diagram.source.at}
          matched={error === null ? answer.matched : null}
          total={answer.total}
          unsavedView={unsavedView}
          context={context}
          onConflict={() => openDialog({ kind: "conflict" })}
        />
      )}
      {error !== null && <ProblemNotice error={error} onRetry={onRetry} className="m-4 sm:m-6" />}
      <div className="relative flex min-h-0 flex-1">
        <div className="relative flex min-w-0 flex-1 flex-col">
          {answer.matched === 0 ? (
            <EmptyState icon={<SearchX size={28} aria-hidden />} title={`0 of ${number(answer.total)}`} actions={url.q === "" ? undefined : <Button look="primary" onClick={() => void setUrl({ q: "" })}>Clear filters</Button>}>
              {url.q === "" ? "What this diagram was made of is no longer in the inventory." : "No resource of this diagram passes the filter."}
            </EmptyState>
          ) : url.view === "table" ? (
            <ResourceList
              label={`Resources of ${diagram.title}`}
              filter={filter}
              at={diagram.source.at}
              total={answer.total}
              selectedKeys={url.sel}
              onSelect={(key, isAdding) => void setUrl({ sel: !isAdding ? [key] : url.sel.includes(key) ? url.sel.filter((other) => other !== key) : [...url.sel, key] }, { history: "push" })}
              hiddenIds={hidden}
              onShow={(id) => document.perform(showEdit([{ id, name: id }]))}
              onClear={url.q === "" ? null : () => void setUrl({ q: "" })}
            />
          ) : drawing === null ? (
            <CanvasSkeleton />
          ) : url.view === "tree" ? (
            <TreeView label={`Groups and resources of ${diagram.title}`} view={drawing.view} selectedBox={[...selection.boxes][0] ?? -1} onSelect={(box) => ids?.[box] !== undefined && selection.select([ids[box]])} />
          ) : (
            <CanvasTab
              answer={answer}
              drawing={drawing}
              keys={scene.keys}
              ids={ids}
              theme={theme}
              url={url}
              setUrl={setUrl}
              context={context}
              selection={selection}
              focused={focused}
              setFocused={(box) => setFocusedId(box === null ? null : (ids?.[box] ?? null))}
              handle={handle}
              area={area}
              isFinding={isFinding}
              onEndFind={() => setFinding(false)}
              noteOf={(box) => overlay.notes[ids?.[box] ?? ""] ?? null}
              onMove={move}
              onFilterTo={filterTo}
              subject={scene.drawn?.subject ?? ""}
            />
          )}
          {url.view === "canvas" && <LayoutNotice scene={scene} />}
        </div>
        {selectedKey !== null && !switches.isPresenting && (
          <ResourcePanel
            resourceKey={selectedKey}
            onGo={(key) => void setUrl({ sel: [key] }, { history: "push" })}
            onClose={() => selection.select([])}
            onFilter={(term) => void setUrl({ q: andFilters(url.q, term) }, { history: "push" })}
            actions={({ id }) => (context.boxes.get(id) === null ? null : <ActionMenuButton trigger={<button type="button" className={buttonClass("plain", "small")}>On this diagram <ChevronDown size={13} aria-hidden className="text-muted" /></button>} actions={actions} context={context} order={panelMenu} />)}
            note={({ id }) => <Note text={overlay.notes[id] ?? null} />}
          />
        )}
      </div>
      {isExporting && <ExportDialog shown={{ diagram, look, url, view: drawing?.view ?? null, keys: scene.keys ?? [], selected: selection.boxes, isNear: only !== null, count: scene.count }} onClose={() => onExporting(false)} />}
      {dialog !== null && <EditorDialogs open={dialog} document={document} lookup={context.boxes} onClose={closeDialog} />}
    </div>
  );
}

function movedBy(by: Point, place: Point | null, drawn: Point): Point {
  const { x, y } = place ?? drawn;
  return { x: Math.round(x + by.x), y: Math.round(y + by.y) };
}

/** What can be done with the resource whose details are open. */
const panelMenu = ["neighbourhood", "fit-selection", null, "rename", "note", null, "toggle-pinned", "position", null, "hide"] as const;

function Note({ text }: { text: string | null }) {
  if (text === null) return null;
  return <p className="rounded-card border border-hairline bg-canvas px-3 py-2 text-sm break-words whitespace-pre-wrap"><span className="sr-only">Note: </span>{text}</p>;
}

/** A filter is a text of at most 2,000 letters; ids are long. */
const mostTerms = 12;
