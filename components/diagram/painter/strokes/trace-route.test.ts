import { describe, expect, it } from "vitest";
import type { Placement } from "@/lib/scene/layout-input";
import { pathData } from "@/lib/renderers/svg/draw-line";
import { traceRoute } from "./trace-route";

/** Writes what is traced as SVG path data. */
class Pen {
  path = "";
  moveTo(x: number, y: number): void {
    this.path += `M${round(x)} ${round(y)}`;
  }
  lineTo(x: number, y: number): void {
    this.path += `L${round(x)} ${round(y)}`;
  }
  quadraticCurveTo(x: number, y: number, endX: number, endY: number): void {
    this.path += `Q${round(x)} ${round(y)} ${round(endX)} ${round(endY)}`;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function placed(points: readonly { x: number; y: number }[]): Placement {
  const none = new Float64Array();
  return { width: 0, height: 0, x: none, y: none, boxWidth: none, boxHeight: none, points: Float64Array.from(points.flatMap(({ x, y }) => [x, y])), pointStart: Int32Array.from([0, points.length]) };
}

const everything = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 };

function trace(points: readonly { x: number; y: number }[], { seen = everything, trimStart = 0, trimEnd = 0, period = 0 } = {}): string {
  const pen = new Pen();
  traceRoute({ context: pen as unknown as CanvasRenderingContext2D, scale: 1, dx: 0, dy: 0 }, placed(points), 0, { seen, trimStart, trimEnd, period });
  return pen.path;
}

describe("traceRoute", () => {
  const bent = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 80 }, { x: 300, y: 80 }];

  it("rounds corners as the exports do", () => {
    expect(trace(bent)).toBe(pathData(bent));
    expect(trace([{ x: 0, y: 0 }, { x: 50, y: 50 }])).toBe(pathData([{ x: 0, y: 0 }, { x: 50, y: 50 }]));
  });

  it("leaves room for arrow heads at both ends", () => {
    expect(trace([{ x: 0, y: 0 }, { x: 100, y: 0 }], { trimStart: 8, trimEnd: 10 })).toBe("M8 0L90 0");
  });

  it("draws only stretches in sight", () => {
    const seen = { left: 200, top: 0, right: 400, bottom: 200 };
    expect(trace(bent, { seen })).toBe("M106 80L300 80");
  });

  it("cuts long stretches to the view, with every dash where it was", () => {
    const long = [{ x: 0, y: 0 }, { x: 30_000, y: 0 }];
    const cut = (left: number) => trace(long, { seen: { left, top: -10, right: left + 1000, bottom: 10 }, period: 10 });
    expect(cut(12_003)).toBe("M12000 0L13003 0");
    expect(cut(12_009)).toBe("M12000 0L13009 0");
    expect(cut(-500)).toBe("M0 0L500 0");
  });
});
