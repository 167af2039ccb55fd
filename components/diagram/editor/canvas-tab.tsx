"use client";

import { useMemo, useState, type RefObject } from "react";
import type { DiagramView } from "@/lib/core/diagram/view";
import { isCard } from "@/lib/scene/box-words";
import type { Point } from "@/lib/scene/placement";
import { frameLevels } from "@/lib/scene/view/view";
import type { Theme } from "@/lib/themes";
import { counted } from "../../data/words";
import { ActionMenu } from "../../commands/action-menu";
import { actions, boxMenu, canvasMenu } from "../actions";
import type { ActionContext } from "../actions/action-context";
import { DiagramCanvas, type CanvasHandle } from "../canvas/diagram-canvas";
import { HitTooltip } from "../canvas/hit-tooltip";
import { Minimap } from "../canvas/minimap";
import { ZoomControls } from "../canvas/zoom-controls";
import type { Camera } from "../painter/camera";
import type { Drawing } from "../painter/drawing";
import type { PaintState } from "../painter/paint-state";
import { nothingOff } from "../painter/switched-off";
import { visibleStats } from "../painter/visible-stats";
import { CanvasBreadcrumb, type CanvasCrumb } from "../panels/canvas-breadcrumb";
import { FindBar } from "../panels/find-bar";
import { Legend } from "../panels/legend";
import { SelectionBar } from "../panels/selection-bar";
import { ShownChip } from "../panels/shown-chip";
import type { DiagramUrl, useDiagramUrl } from "../state/diagram-url";
import { neighbourhoodOf } from "../state/neighbourhood";
import { findBoxes } from "./find-boxes";
import { FocusChip } from "./focus-chip";
import { legendItems, onlyThis, switchedOff } from "./legend-items";
import { shownWhy } from "./shown-why";
import type { SelectedBy, Selection } from "./use-selection";

/** Below this many boxes everything is in view anyway. */
const minimapFrom = 40;
/** What is left of boxes that are not meant. */
const fadedTo = { neighbourhood: 0.15, find: 0.25 };

export interface CanvasTabProps {
  answer: DiagramView;
  drawing: Drawing;
  keys: readonly (string | null)[] | null;
  theme: Theme;
  url: DiagramUrl;
  setUrl: ReturnType<typeof useDiagramUrl>[1];
  context: ActionContext;
  selection: Selection;
  ids: readonly string[] | null;
  focused: number | null;
  setFocused: (box: number | null) => void;
  handle: RefObject<CanvasHandle | null>;
  area: RefObject<HTMLDivElement | null>;
  isFinding: boolean;
  onEndFind: () => void;
  noteOf: (box: number) => string | null;
  onMove: (boxes: readonly number[], by: Point, how: "drag" | "nudge") => boolean;
  onFilterTo: (ids: readonly string[]) => void;
  /** Changes when another picture is shown, which then is fitted into the view. */
  subject: string;
}

/** The diagram as a picture, with what helps to read it around the edges. */
export function CanvasTab(props: CanvasTabProps) {
  const { answer, drawing, keys, ids, theme, url, setUrl, context, selection, focused, setFocused, handle, area, isFinding, noteOf, subject } = props;
  const { view } = drawing;
  const [camera, setCamera] = useState<Camera | null>(null);
  const [findText, setFindText] = useState("");
  const [foundAt, setFoundAt] = useState(-1);

  const off = useMemo(() => switchedOff(url.off), [url.off]);
  const found = useMemo(() => (isFinding ? findBoxes(view, findText) : []), [view, findText, isFinding]);
  const focus = url.focus === null || keys === null ? -1 : keys.indexOf(url.focus);
  const look = useMemo(() => {
    const near = focus < 0 ? null : neighbourhoodOf(view, focus, url.depth);
    const isFound = found.length === 0 ? null : marked(view.boxes.count, found);
    const lit = isFound ?? near;
    const look: Pick<PaintState, "dimmed" | "dimTo" | "off" | "found" | "foundNow"> = {
      dimmed: lit === null ? null : lit.map((value) => 1 - value),
      dimTo: isFound === null ? fadedTo.neighbourhood : fadedTo.find,
      off,
      found: isFound,
      foundNow: found[foundAt] ?? -1,
    };
    return look;
  }, [view, focus, url.depth, found, foundAt, off]);

  const whole = useMemo(() => (camera === null ? null : { ...camera, x: 0, y: 0, width: drawing.placement.width * camera.zoom, height: drawing.placement.height * camera.zoom }), [camera, drawing]);
  const legend = useMemo(() => (camera === null || whole === null ? [] : legendItems(theme, visibleStats(drawing, camera, off), visibleStats(drawing, whole, nothingOff))), [theme, drawing, camera, whole, off]);
  const why = useMemo(() => (whole === null ? null : shownWhy(answer, visibleStats(drawing, whole, off), { preset: url.preset, isNear: url.only && focus >= 0 })), [answer, drawing, whole, off, url.preset, url.only, focus]);

  function select(boxes: readonly number[], how: "only" | "toggle" | "add", by: SelectedBy) {
    if (ids === null) return;
    const chosen = boxes.flatMap((box) => ids[box] ?? []);
    if (how === "only") selection.select(chosen, by);
    else if (how === "add") selection.select([...new Set([...selection.ids, ...chosen])], by);
    else {
      selection.select([...selection.ids.filter((id) => !chosen.includes(id)), ...chosen.filter((id) => !selection.ids.includes(id))]);
      // What was taken out of the selection is not what the next key is about.
      if (boxes.every((box) => selection.boxes.has(box))) setFocused(null);
    }
  }

  function stepFind(by: 1 | -1) {
    if (found.length === 0) return;
    const next = foundAt < 0 ? (by === 1 ? 0 : found.length - 1) : (foundAt + by + found.length) % found.length;
    setFoundAt(next);
    handle.current?.reveal(found[next] ?? 0);
  }

  function open(box: number) {
    const id = ids?.[box];
    if (id === undefined) return;
    if (box >= view.boxes.frames) {
      selection.select([id]);
      handle.current?.reveal(box);
    } else {
      selection.select([id]);
      runAction("toggle-collapsed", { ...context, selection: [id] });
    }
  }

  const crumbs = useMemo(() => pathOf(drawing, focused ?? [...selection.boxes][0] ?? -1), [drawing, focused, selection.boxes]);
  const isBoxMenu = context.selection.length > 0 || context.focused !== null;
  return (
    // With its menu: who chose something there came from the canvas.
    <div ref={area} className="absolute inset-0">
      <ActionMenu
        label="Diagram"
        actions={actions}
        context={context}
        order={isBoxMenu ? boxMenu : canvasMenu}
        className="absolute inset-0"
        onOpen={(event) => {
          // By keyboard it is about what has the focus, wherever on that the browser says that it happened.
          if (!(event instanceof MouseEvent) || event.target === window.document.activeElement) return;
          const box = handle.current?.boxAt(event.clientX, event.clientY) ?? null;
          if (box === null) {
            selection.select([]);
            setFocused(null);
          } else if (!selection.boxes.has(box)) select([box], "only", "menu");
        }}
      >
        <DiagramCanvas
          drawing={drawing}
          theme={theme}
          mode={context.isEditing && context.tool === "select" ? "edit" : "view"}
          selected={selection.boxes}
          focused={focused}
          onFocus={setFocused}
          onSelect={select}
          onOpen={open}
          onLine={(hit) => {
            const boxes = hit.kind === "merged" ? [hit.from, hit.to] : [view.lines.from[hit.line] ?? -1, view.lines.to[hit.line] ?? -1];
            select(boxes, "only", "click");
          }}
          onMove={props.onMove}
          onRest={setCamera}
          look={look}
          fitKey={subject}
          startAt={[...selection.boxes][0] ?? null}
          label={summaryOf(drawing)}
          tooltip={(hit, at, size) => <HitTooltip view={view} hit={hit} at={at} area={size} note={hit.kind === "box" ? noteOf(hit.box) : null} />}
          handle={handle}
        />
        <div className="pointer-events-none absolute inset-x-3 top-3 z-10 flex flex-wrap items-start gap-2 *:pointer-events-auto">
          {crumbs.length > 0 && <CanvasBreadcrumb path={crumbs} onGo={(box) => (box < 0 ? handle.current?.fitAll() : handle.current?.fitBoxes([box]))} />}
          {why !== null && <ShownChip {...why} ways={waysOn(props)} />}
          {focus >= 0 && (
            <FocusChip
              name={view.boxes.title[focus] ?? ""}
              hops={url.depth}
              isOnly={url.only}
              onHops={(depth) => void setUrl({ depth })}
              onOnly={(only) => void setUrl({ only })}
              onClear={() => void setUrl({ focus: null, depth: null, only: null })}
            />
          )}
          <span className="flex-1" />
          {isFinding && (
            <FindBar
              text={findText}
              onText={(text) => {
                setFindText(text);
                setFoundAt(-1);
              }}
              hits={findText.trim() === "" ? null : found.length}
              current={foundAt}
              onStep={stepFind}
              onKeep={() => props.onFilterTo(found.flatMap((box) => ids?.[box] ?? []))}
              onClose={props.onEndFind}
            />
          )}
          <ZoomControls zoom={camera?.zoom ?? 1} onZoomBy={(steps) => handle.current?.zoomBy(steps)} onZoomTo={(zoom) => handle.current?.zoomTo(zoom)} onFit={() => handle.current?.fitAll()} />
        </div>
        <div className="pointer-events-none absolute start-3 bottom-3 z-10 flex h-[calc(100%-68px)] items-end *:pointer-events-auto">
          <Legend
            entries={legend}
            off={new Set(url.off)}
            onToggle={(id) => void setUrl({ off: url.off.includes(id) ? url.off.filter((other) => other !== id) : [...url.off, id] })}
            onOnly={(id) => void setUrl({ off: onlyThis(legend, url.off, id) })}
            className="max-h-full"
            paper={{ surface: theme.surface, border: theme.border, text: theme.text, muted: theme.muted }}
          />
        </div>
        <div className="pointer-events-none absolute inset-x-3 bottom-3 z-10 flex justify-center *:pointer-events-auto">
          {selection.ids.length > 1 && (
            <SelectionBar
              count={selection.ids.length}
              onFocus={() => handle.current?.fitBoxes([...selection.boxes])}
              onHide={() => runAction("hide", context)}
              onPin={() => runAction("toggle-pinned", context)}
              isPinned={selection.ids.every((id) => context.document.overlay.places[id]?.pinned === true)}
              onFilter={() => props.onFilterTo(selection.ids)}
              onClear={() => selection.select([])}
            />
          )}
        </div>
        {context.hasMinimap && camera !== null && view.boxes.count >= minimapFrom && !isAllSeen(drawing, camera) && <Minimap drawing={drawing} camera={camera} onGo={(middle) => handle.current?.panTo(middle)} />}
      </ActionMenu>
    </div>
  );
}

function runAction(id: string, context: ActionContext): void {
  void actions.find((action) => action.id === id)?.run(context);
}

function waysOn({ url, setUrl, answer, context, handle }: CanvasTabProps) {
  const has = (reason: string) => answer.folded.some((folded) => folded.reason === reason && folded.count > 0);
  return [
    { id: "zoom", label: "Zoom in", onTake: () => handle.current?.zoomBy(2) },
    ...(url.q === "" ? [] : [{ id: "filter", label: "Clear the filter", onTake: () => void setUrl({ q: "" }) }]),
    ...(has("hidden") ? [{ id: "hidden", label: "Show what is hidden", onTake: () => runAction("show-hidden", context) }] : []),
    ...(url.preset === null ? [] : [{ id: "preset", label: "Show everything, without the preset", onTake: () => void setUrl({ preset: null }) }]),
    ...(url.off.length === 0 ? [] : [{ id: "legend", label: "Switch everything on in the legend", onTake: () => void setUrl({ off: [] }) }]),
    { id: "table", label: "Open as a table", onTake: () => void setUrl({ view: "table" }) },
  ];
}

/** Then a small picture of everything has nothing to add. */
function isAllSeen({ placement }: Drawing, { x, y, zoom, width, height }: Camera): boolean {
  return x >= 0 && y >= 0 && x + placement.width * zoom <= width && y + placement.height * zoom <= height;
}

function marked(count: number, boxes: readonly number[]): Uint8Array {
  const marks = new Uint8Array(count);
  for (const box of boxes) marks[box] = 1;
  return marks;
}

/** The frames around a box, outermost first, itself too when it is one. */
function pathOf({ view: { boxes } }: Drawing, box: number): CanvasCrumb[] {
  const path: CanvasCrumb[] = [];
  for (let frame = box; frame >= 0; frame = boxes.parent[frame] ?? -1) {
    if (frame < boxes.frames) path.unshift({ box: frame, title: boxes.title[frame] ?? "", level: frameLevels[boxes.level[frame] ?? 0] ?? "resource" });
  }
  return path;
}

function summaryOf({ view }: Drawing): string {
  const { boxes, lines, title } = view;
  let groups = 0;
  for (let box = 0; box < boxes.frames; box++) if (!isCard(view, box)) groups++;
  return `Diagram ${title}: ${counted(boxes.count - boxes.frames, "resource")} in ${counted(groups, "group")}, ${counted(lines.count, "relation")}. Arrow keys move between boxes, Enter opens the details, the question mark lists all keys.`;
}
