import { describe, expect, it } from "vitest";
import type { JsonObject } from "../core/json";
import { hold } from "../scene/layout-input";
import { expectSound, layoutContract, mixed } from "./contract";
import { layoutIds, layouts, placeInProcess } from "./index";

const choices: Readonly<Record<string, JsonObject[]>> = { hierarchical: [{ engine: "auto" }, { engine: "elk" }, { engine: "packed" }], force: [{}, { engine: "d3" }, { engine: "own", spread: "compact" }], circular: [{}, { order: "given", spread: "compact" }], grid: [{}, { order: "size", shape: "tall" }, { columns: 3 }] };

describe.each(Object.entries(layouts))("%s", (id, load) => {
  layoutContract(load, choices[id]);

  it("is listed under its own id", async () => expect((await load()).id).toBe(id));
});

describe("placeInProcess", () => {
  const signal = new AbortController().signal;

  it("refuses a layout that is not there, naming those that are", async () => {
    await expect(placeInProcess(mixed(3), { id: "toString", options: {} }, signal)).rejects.toMatchObject({
      code: "invalid-request",
      message: expect.stringContaining("hierarchical"),
    });
  });

  it.each(layoutIds)("keeps what is pinned: %s", async (id) => {
    const input = mixed(20);
    const kept = { x: new Float64Array(26).fill(640), y: new Float64Array(26).fill(480), hold: Uint8Array.from({ length: 26 }, (_, box) => (box === 0 || box === 8 ? hold.pinned : hold.free)) };
    const placement = await placeInProcess({ ...input, kept }, { id, options: {} }, signal);
    expectSound(input, placement);
    const frame = placement.x[input.parent[8] ?? -1] ?? Number.NaN;
    expect([placement.x[0], (placement.x[8] ?? Number.NaN) - frame]).toEqual([640, 640]);
  });

  it("refuses options that are not valid", async () => {
    await expect(placeInProcess(mixed(3), { id: "hierarchical", options: { engine: "dot" } }, signal)).rejects.toMatchObject({ code: "invalid-request" });
  });

  it("stops ELK before it is done", async () => {
    const abort = new AbortController();
    const placing = placeInProcess(mixed(80), { id: "hierarchical", options: { engine: "elk" } }, abort.signal);
    abort.abort();
    await expect(placing).rejects.toMatchObject({ code: "cancelled" });
  });

  it("packs 10,000 boxes", async () => {
    const input = mixed(10_000);
    const placement = await placeInProcess(input, { id: "hierarchical", options: {} }, signal);
    expect(placement.x).toHaveLength(input.parent.length);
    expect(placement.pointStart).toHaveLength(input.from.length + 1);
  });
});
