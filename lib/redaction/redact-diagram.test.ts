import { describe, expect, it } from "vitest";
import { link } from "../graph/link";
import { group } from "../graph/group";
import { diagram, overlay, type GroupKey } from "../core/diagram/diagram";
import type { ShareHiding } from "../core/share/share";
import { generateEstate } from "../scenarios/estate";
import { hostileEstate } from "../scenarios/hostile-estate";
import { redactDiagram } from "./redact-diagram";

const nothing: ShareHiding = { names: false, ids: false, addresses: false, tags: false, costs: false };
const everything: ShareHiding = { names: true, ids: true, addresses: true, tags: true, costs: true };
const now = "2026-11-24T00:00:00.000Z";
const levels: GroupKey[] = ["provider", "account", "region", "network", "subnet"];

function drawable(collected = generateEstate({ size: 300 }), grouping: GroupKey[] = levels, edits: object = {}) {
  const { resources, edges } = link(collected, { now });
  const saved = diagram.parse({ id: "dgm_1", title: "Estate", source: { filter: "name=secret", at: null }, grouping, layout: { id: "grid", options: {} }, theme: "dark", overlay: overlay.parse(edits), version: 7, createdBy: "someone", createdAt: now, updatedAt: now, expiresAt: null });
  return { diagram: saved, grouping, resources, edges };
}

/** How many boxes stand how deep, and how many lines are drawn: the same picture has the same. */
function shape({ resources, edges, grouping }: Omit<ReturnType<typeof redactDiagram>, "idOf" | "diagram">) {
  const { frames, cards, lines } = group({ resources: [...resources], edges: [...edges] }, grouping);
  const up = new Map([...frames, ...cards].map(({ id, parent }) => [id, parent]));
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(up.get(id) ?? null));
  return { frames: frames.map(({ id }) => depth(id)).toSorted(), cards: cards.map(({ id }) => depth(id)).toSorted(), lines: lines.length };
}

describe("a redacted diagram", () => {
  it.each([nothing, everything, { ...nothing, names: true }, { ...nothing, ids: true }, { ...nothing, tags: true }])("has the shape of the whole one: %j", (hide) => {
    for (const grouping of [levels, ["tag:team", "account", "region"], []] satisfies GroupKey[][]) {
      const whole = drawable(undefined, grouping);
      expect(shape(redactDiagram(whole, hide))).toEqual(shape(whole));
    }
  });

  it("keeps ids apart and the ends of relationships on resources that are there, whatever they are called", () => {
    const { resources, edges } = redactDiagram(drawable(hostileEstate()), everything);
    const ids = new Set(resources.map(({ id }) => id));
    expect(ids.size).toBe(resources.length);
    expect(new Set(resources.map(({ key }) => key)).size).toBe(resources.length);
    expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
    expect(resources.every(({ id }) => /^r\d+$/.test(id) || id === "internet")).toBe(true);
  });

  it("is the same in every order of reading, and in no order of names", () => {
    const whole = drawable();
    const redacted = redactDiagram(whole, everything);
    expect(redactDiagram({ ...whole, resources: whole.resources.toReversed() }, everything).resources).toEqual(redacted.resources);
    const names = whole.resources.filter(({ type }) => type === "AWS::EC2::Instance").toSorted((one, other) => (one.name < other.name ? -1 : 1)).map(({ id }) => redacted.resources.find((resource) => resource.id === redacted.idOf(id))?.name ?? "");
    expect(names).toContain("EC2 instance 1");
    expect(names).not.toEqual(names.toSorted(new Intl.Collator("en", { numeric: true }).compare));
  });

  it("takes edits along to frames and resources, and says nothing of what is hidden by hand or gone", () => {
    const plain = drawable();
    const { frames } = group({ resources: plain.resources, edges: plain.edges }, levels);
    const region = frames.find(({ level }) => level === "region");
    const machine = plain.resources.find(({ type }) => type === "AWS::EC2::Instance");
    if (region === undefined || machine === undefined) throw new Error("the estate has neither");
    const edits = { places: { [region.id]: { x: 1, y: 2 }, [machine.id]: { x: 3, y: 4 } }, names: { [region.id]: "Ireland", [machine.id]: "Shop 10.0.0.1" }, notes: { [machine.id]: "ask 10.0.0.2" }, collapsed: [region.id, "gone"], hidden: ["gone"], orphans: { gone: { name: "g", type: "T" } } };
    const { diagram: told, resources, edges, grouping, idOf } = redactDiagram(drawable(undefined, levels, edits), { ...everything, names: false });
    const after = group({ resources: [...resources], edges: [...edges] }, grouping).frames.map(({ id }) => id);
    const [frame] = told.overlay.collapsed;
    expect(after).toContain(frame);
    expect(told.overlay).toMatchObject({
      places: { [frame ?? ""]: { x: 1, y: 2 }, [idOf(machine.id)]: { x: 3, y: 4 } },
      names: { [frame ?? ""]: "Ireland", [idOf(machine.id)]: "Shop …" },
      notes: { [idOf(machine.id)]: "ask …" },
      hidden: [],
      orphans: {},
    });
    expect(told).toMatchObject({ id: "", source: { filter: "", at: null }, version: 1, createdBy: "" });
    expect(redactDiagram(drawable(undefined, levels, edits), everything).diagram).toMatchObject({ title: "Shared diagram", overlay: { names: {}, notes: {} } });
  });
});
