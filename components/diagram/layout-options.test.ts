import { describe, expect, it } from "vitest";
import { listLayouts } from "@/lib/usecases/list-choices";
import { optionControls } from "./layout-options";

describe("optionControls", () => {
  it("makes a control of every option of every layout", async () => {
    for (const { id, options } of await listLayouts()) {
      const keys = Object.keys((options.properties ?? {}) as object);
      expect(optionControls(options, {}).map(({ key }) => key), id).toEqual(keys);
    }
  });

  it("names and describes the built-in layouts' options", async () => {
    const hierarchical = (await listLayouts()).find(({ id }) => id === "hierarchical");
    expect(optionControls(hierarchical?.options ?? {}, { engine: "packed" })).toEqual([
      expect.objectContaining({
        kind: "choice",
        title: "Engine",
        value: "packed",
        choices: [{ value: "auto", label: "Automatic" }, { value: "elk", label: "ELK" }, { value: "packed", label: "Packed" }],
      }),
    ]);
  });

  it("takes what was chosen, and the default where that does not fit", () => {
    const schema = {
      properties: {
        edgeSpacing: { type: "integer", minimum: 1, maximum: 9, default: 4 },
        "is-wide": { type: "boolean" },
        share: { type: "number", minimum: 0, maximum: 1, default: 0.5 },
        mode: { type: "string", enum: ["near", "far-off"], default: "far-off" },
      },
    };
    expect(optionControls(schema, { edgeSpacing: 7, "is-wide": true, mode: "gone" })).toEqual([
      { key: "edgeSpacing", title: "Edge spacing", description: null, kind: "number", value: 7, min: 1, max: 9, step: 1 },
      { key: "is-wide", title: "Is wide", description: null, kind: "switch", value: true },
      { key: "share", title: "Share", description: null, kind: "number", value: 0.5, min: 0, max: 1, step: 0.01 },
      { key: "mode", title: "Mode", description: null, kind: "choice", value: "far-off", choices: [{ value: "near", label: "Near" }, { value: "far-off", label: "Far off" }] },
    ]);
  });

  it("leaves out what it has no control for", () => {
    expect(optionControls({ properties: { names: { type: "array" }, text: { type: "string" } } }, {})).toEqual([]);
    expect(optionControls({}, {})).toEqual([]);
  });
});
