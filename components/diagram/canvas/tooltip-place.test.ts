import { describe, expect, it } from "vitest";
import { rectAround, tooltipPlace } from "./tooltip-place";

const area = { width: 1000, height: 600 };

describe("tooltipPlace", () => {
  it("stands below what is pointed at", () => {
    expect(tooltipPlace({ left: 100, top: 100, right: 320, bottom: 160 }, area)).toEqual({ left: 100, top: 160 });
  });

  it("stands above where there is no room below", () => {
    expect(tooltipPlace({ left: 100, top: 520, right: 320, bottom: 580 }, area)).toEqual({ left: 100, bottom: 80 });
  });

  it("stays inside, and beside the pointer's arrow", () => {
    expect(tooltipPlace(rectAround({ x: 990, y: 40 }), area)).toEqual({ left: 712, top: 54 });
    expect(tooltipPlace({ left: -40, top: -200, right: 400, bottom: 30 }, area)).toEqual({ left: 8, top: 30 });
  });
});
