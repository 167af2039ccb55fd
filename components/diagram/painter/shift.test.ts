import { describe, expect, it } from "vitest";
import { screen } from "./test-diagram";
import { shiftBetween, uncoveredBy } from "./shift";

const camera = { ...screen, x: 10.2, y: -4.1, zoom: 0.3 };

describe("shiftBetween", () => {
  it("is in whole device px, so that steps of less add up to nothing lost", () => {
    expect(shiftBetween(camera, { ...camera, x: 30.4, y: -104.1 })).toEqual({ x: 41, y: -200 });
    expect(shiftBetween(camera, { ...camera, x: 10.24 })).toEqual({ x: 0, y: 0 });
    const steps = Array.from({ length: 50 }, (_, step) => shiftBetween({ ...camera, x: step * 0.7 }, { ...camera, x: (step + 1) * 0.7 })?.x ?? Number.NaN);
    expect(steps.reduce((sum, step) => sum + step, 0)).toBe(Math.round(50 * 0.7 * screen.pixelRatio));
  });

  it("is none for another zoom, size or density, nor for a jump", () => {
    for (const other of [{ zoom: 0.31 }, { width: 800 }, { height: 500 }, { pixelRatio: 1 }, { x: 900 }, { x: 500, y: 400 }]) expect(shiftBetween(camera, { ...camera, ...other })).toBeNull();
  });
});

describe("uncoveredBy", () => {
  it.each([[5, 0], [-5, 0], [0, 7], [0, -7], [5, 7], [-5, 7], [5, -7], [-5, -7]])("names every px that a move by %i, %i leaves without a picture, once", (x, y) => {
    const size = { width: 30, height: 20 };
    const parts = uncoveredBy({ x, y }, size);
    for (let column = 0; column < size.width; column++) {
      for (let row = 0; row < size.height; row++) {
        const hasPicture = column - x >= 0 && column - x < size.width && row - y >= 0 && row - y < size.height;
        const holding = parts.filter(({ left, top, right, bottom }) => column >= left && column < right && row >= top && row < bottom);
        expect(holding.length).toBe(hasPicture ? 0 : 1);
      }
    }
  });
});
