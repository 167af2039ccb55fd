import { describe, expect, it } from "vitest";
import { listFormats } from "@/lib/usecases/list-choices";
import type { FormatChoice } from "@/lib/core/api/choices";
import { choiceFrom } from "./kept-choice";
import { paperOf } from "./paper-of";
import { wishOf } from "./export-wish";
import { readTextPreview } from "./text-preview";

const diagram = { theme: "professional", layout: { id: "hierarchical", options: {} } } as Parameters<typeof wishOf>[0]["diagram"];
const look = { theme: "professional", layout: diagram.layout };
const scope = { id: "whole" as const, label: "Everything", wish: {} };

async function formatOf(id: string): Promise<FormatChoice> {
  const found = (await listFormats()).find((format) => format.id === id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
}

describe("wishOf", () => {
  it("asks for nothing that is as saved, nor for options that another format has", async () => {
    const png = await formatOf("png");
    expect(wishOf({ diagram, look }, { format: png, scope, theme: "professional", options: { scale: 2, direction: "TB", list: "relationships" } })).toEqual({ format: "png" });
    expect(wishOf({ diagram, look }, { format: png, scope, theme: "dark", options: { scale: 3, legend: false } })).toEqual({ format: "png", theme: "dark", options: { scale: 3, legend: false } });
  });

  it("has no look for what is no drawing", async () => {
    expect(wishOf({ diagram, look: { ...look, layout: { id: "force", options: { seed: 1 } } } }, { format: await formatOf("csv"), scope, theme: "dark", options: {} })).toEqual({ format: "csv" });
  });
});

describe("paperOf", () => {
  it("has the defaults of the PDF itself", async () => {
    const { paper, sections, hasBackground } = paperOf(await formatOf("pdf"), { paper: "a3", legend: false });
    expect(paper).toEqual({ paper: "a3", orientation: "auto", fit: "fit", marginMm: 12 });
    expect(sections).toEqual({ header: true, legend: false, notes: true });
    expect(hasBackground).toBe(true);
  });
});

describe("choiceFrom", () => {
  it("takes what this page could have kept, and nothing else", () => {
    expect(choiceFrom({ format: "png", options: { scale: 2, legend: false, as: "svg", bad: { x: 1 }, none: null } })).toEqual({ format: "png", options: { scale: 2, legend: false, as: "svg" } });
    for (const broken of [null, 7, "png", [], { format: 1, options: [] }]) expect(choiceFrom(broken)).toEqual({ format: null, options: {} });
  });
});

describe("readTextPreview", () => {
  it("shows the first lines and says how many there are more", async () => {
    const preview = await readTextPreview(new Blob([Array.from({ length: 260 }, (_, line) => `line ${line + 1}`).join("\n"), "\n"]));
    expect(preview?.more).toBe(60);
    expect(preview?.text.endsWith("line 200")).toBe(true);
  });

  it("tells in how many parts Mermaid has a drawing that is too large for one", async () => {
    const text = "flowchart LR\n  a --> b\nflowchart LR\n  c --> d\n";
    expect((await readTextPreview(new Blob([text], { type: "text/vnd.mermaid;charset=utf-8" })))?.parts).toBe(2);
    expect((await readTextPreview(new Blob([text], { type: "text/plain" })))?.parts).toBe(1);
  });

  it("knows a text by its letters, cut or not, and takes nothing else for one", async () => {
    expect(await readTextPreview(new Blob(["é".repeat(40_000)]))).not.toBeNull();
    expect(await readTextPreview(new Blob([Uint8Array.of(0x89, 0x50, 0, 1)]))).toBeNull();
    expect(await readTextPreview(new Blob([Uint8Array.of(0xff, 0xfe, 0x41)]))).toBeNull();
  });
});
