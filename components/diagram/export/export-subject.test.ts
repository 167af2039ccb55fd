import { describe, expect, it } from "vitest";
import { keysOfBoxes, scopesOf } from "./export-subject";

const url = { q: "", group: null, preset: null };

describe("scopesOf", () => {
  it("offers what differs, and no more", () => {
    expect(scopesOf({ url, near: null, selected: [] }).map(({ id }) => id)).toEqual(["whole"]);
    expect(scopesOf({ url: { ...url, q: "provider=aws" }, near: null, selected: [] }).map(({ id }) => id)).toEqual(["whole", "view"]);
    expect(scopesOf({ url, near: ["res_a"], selected: ["res_a"] }).map(({ id }) => id)).toEqual(["whole", "view", "selection"]);
  });

  it("keeps the groups of the view for the whole, and drops what narrows it", () => {
    const [whole, view, selection] = scopesOf({ url: { q: "provider=aws", group: "provider", preset: "network" }, near: ["res_n"], selected: ["res_a", "res_b"] });
    expect(whole?.wish).toEqual({ group: "provider" });
    expect(view?.wish).toEqual({ q: "provider=aws", group: "provider", preset: "network", select: ["res_n"] });
    expect(selection?.wish).toEqual({ q: "provider=aws", group: "provider", preset: "network", select: ["res_a", "res_b"] });
  });
});

describe("keysOfBoxes", () => {
  // A region with a network, in which is a machine; and a bucket beside them.
  const boxes = { count: 4, parent: Int32Array.of(-1, 0, 1, 0) };
  const keys = [null, "res_network", "res_machine", "res_bucket"];
  const of = (...selected: number[]) => keysOfBoxes({ boxes } as unknown as Parameters<typeof keysOfBoxes>[0], keys, new Set(selected));

  it("takes a group that is no resource for what it holds", () => {
    expect(of(0)).toEqual(["res_network", "res_bucket"]);
    expect(of(2, 3)).toEqual(["res_machine", "res_bucket"]);
    expect(of(1)).toEqual(["res_network"]);
    expect(of()).toEqual([]);
  });
});
