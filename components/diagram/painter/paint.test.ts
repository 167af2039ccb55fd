import { afterAll, describe, expect, it, vi } from "vitest";
import { themes } from "@/lib/themes";
import { boxFlags, statuses } from "@/lib/scene/view/view";
import { withTheme } from "./drawing";
import { paint } from "./paint";
import { restingState, type PaintState } from "./paint-state";
import { cameraOver, drawingOf, estateDrawing, screen } from "./test-diagram";

type Call = readonly [name: string, ...values: unknown[]];

/** Notes every call of a canvas context; what was set before a call is not noted, except the colour and strength of words. */
function recorder(): { context: CanvasRenderingContext2D; calls: Call[] } {
  const calls: Call[] = [];
  const state: Record<string, unknown> = {};
  const context = new Proxy(state, {
    get: (target, name: string) => {
      if (name in target) return target[name];
      return (...values: unknown[]) => calls.push(name === "fillText" ? [name, ...values, target.fillStyle, target.globalAlpha] : [name, ...values]);
    },
  });
  return { context: context as unknown as CanvasRenderingContext2D, calls };
}

/** The pictures of glyphs are made by the page. */
vi.stubGlobal("document", { createElement: () => ({ getContext: () => null }) });
vi.stubGlobal("Path2D", class {});
afterAll(() => vi.unstubAllGlobals());

function painted(drawing: Parameters<typeof paint>[1], camera: Parameters<typeof paint>[2], state: Partial<PaintState> = {}, isZooming = false): Call[] {
  const { context, calls } = recorder();
  paint(context, drawing, camera, { ...restingState, ...state }, isZooming);
  return calls;
}

function wordsOf(calls: readonly Call[]): unknown[] {
  return calls.filter(([name]) => name === "fillText").map(([, text]) => text);
}

describe("paint", () => {
  const drawing = estateDrawing(300);
  const all = new Uint8Array(drawing.geometry.count).fill(1);

  it.each([0.3, 1, 2, 5, 12])("gives the canvas only numbers at %s × fit, whatever the state", (times) => {
    const states: Partial<PaintState>[] = [
      {},
      { dimmed: all, found: all, foundNow: 3, selected: new Set([1, 40]), focused: 41, hovered: { kind: "box", box: 60 } },
      { moving: { boxes: new Set([2, 200]), x: 130, y: -40 }, off: { categories: 3, signs: 5 } },
    ];
    for (const state of states) {
      const calls = [...painted(drawing, cameraOver(drawing, times), state), ...painted(drawing, cameraOver(drawing, times), state, true)];
      expect(calls.length).toBeGreaterThan(20);
      expect(calls.filter((call) => call.some((value) => typeof value === "number" && !Number.isFinite(value)))).toEqual([]);
    }
  });

  const two = drawingOf([
    { parent: -1, isFrame: true, x: 0, y: 0, width: 600, height: 200 },
    { parent: 0, x: 20, y: 60, flags: boxFlags.isNew, status: statuses.indexOf("error") },
    { parent: 0, x: 300, y: 60 },
  ]);
  const near = { ...screen, x: 0, y: 0, zoom: 1 };

  it("says more the nearer one is", () => {
    expect(wordsOf(painted(two, { ...near, zoom: 0.02 }))).toEqual([]);
    expect(wordsOf(painted(two, { ...near, zoom: 0.2 }))).toEqual(["box-0"]);
    expect(wordsOf(painted(two, { ...near, zoom: 0.4 }))).toEqual(["box-1", "box-2", "New", "box-0"]);
    expect(wordsOf(painted(two, near))).toEqual(["box-0", "box-1", "box-2", "New"]);
  });

  it("writes a name once where a tile turns into an open frame", () => {
    const open = two.geometry.openZoom[0] ?? 0;
    for (const zoom of [open * 0.999, open]) expect(wordsOf(painted(two, { ...near, zoom })).filter((text) => text === "box-0").length).toBeLessThanOrEqual(1);
  });

  it("leaves out cards of a category that is off, or out of sight", () => {
    expect(wordsOf(painted(two, near, { off: { categories: 1, signs: 0 } }))).toEqual(["box-0"]);
    expect(wordsOf(painted(two, { ...near, x: -560 }))).toEqual(["box-0"]);
  });

  it("fades a frame only with everything in it", () => {
    const strength = (state: Partial<PaintState>) => Object.fromEntries(painted(two, near, state).filter(([name]) => name === "fillText").map((call) => [call[1], call.at(-1)]));
    expect(strength({ dimmed: Uint8Array.from([1, 1, 0]) })).toMatchObject({ "box-0": 1, "box-1": 0.15, "box-2": 1 });
    expect(strength({ dimmed: Uint8Array.from([1, 1, 1]) })).toMatchObject({ "box-0": 0.15, "box-1": 0.15, "box-2": 0.15 });
  });

  it("changes colours only, and no place, with the theme", () => {
    const dark = withTheme(two, themes.dark);
    expect(dark.geometry).toBe(two.geometry);
    const places = (calls: readonly Call[]) => calls.map(([name, ...rest]) => (name === "fillText" ? rest.slice(0, 3) : name));
    expect(places(painted(dark, near))).toEqual(places(painted(two, near)));
    expect(painted(dark, near).find(([name]) => name === "fillText")?.at(-2)).not.toBe(painted(two, near).find(([name]) => name === "fillText")?.at(-2));
  });
});
