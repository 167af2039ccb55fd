import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { getDiagram, updateDiagram } from "@/lib/api-client";
import { diagram, overlay, type Diagram } from "@/lib/core/diagram/diagram";
import type { JsonValue } from "@/lib/core/json";
import { mergePatch } from "@/lib/core/merge-patch";
import { Autosave, type AutosaveTimes } from "./autosave";
import { applyChange, noChange, type Change } from "./change";

/** Speaks the documented protocol for one diagram, and misbehaves once for each `faults` entry. */
class DiagramHost {
  stored: Diagram = start;
  readonly requests: string[] = [];
  /** `status`: answers that. `drop-before`, `drop-after`: cuts the connection before or after it has stored. `wait`: answers after 60 ms. */
  faults: (number | "drop-before" | "drop-after" | "wait")[] = [];
  busiest = 0;
  #busy = 0;
  readonly server = createServer((request, response) => void this.#answer(request, response));

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const piece of request) text += String(piece);
    this.requests.push(`${request.method ?? ""} ${text}`);
    if (request.method === "GET") return this.#send(response, 200);
    this.busiest = Math.max(this.busiest, ++this.#busy);
    const fault = this.faults.shift();
    if (fault === "wait") await new Promise((resolve) => setTimeout(resolve, 60));
    this.#busy--;
    if (fault === "drop-before") return void request.socket.destroy();
    if (typeof fault === "number") return this.#problem(response, fault);
    if (request.headers["content-type"] !== "application/merge-patch+json") return this.#problem(response, 415);
    if (request.headers["if-match"] !== `"${this.stored.version}"`) return this.#problem(response, 412);
    this.store(JSON.parse(text) as JsonValue);
    if (fault === "drop-after") return void request.socket.destroy();
    this.#send(response, 200);
  }

  /** As anybody else may at any time. */
  store(patch: JsonValue): void {
    const { version, ...rest } = this.stored;
    this.stored = diagram.parse({ ...(mergePatch(rest as unknown as JsonValue, patch) as object), version: version + 1 });
  }

  get patches(): JsonValue[] {
    return this.requests.filter((line) => line.startsWith("PATCH")).map((line) => JSON.parse(line.slice("PATCH ".length)) as JsonValue);
  }

  #send(response: ServerResponse, status: number): void {
    response.writeHead(status, { "content-type": "application/json", etag: `"${this.stored.version}"` }).end(JSON.stringify(this.stored));
  }

  #problem(response: ServerResponse, status: number): void {
    const body = { type: "about:blank", title: "No", status, detail: `It is ${status}.`, instance: "/", code: "x", requestId: "1", errors: [] };
    response.writeHead(status, { "content-type": "application/problem+json" }).end(JSON.stringify(body));
  }
}

const start: Diagram = {
  id: "dgm_1",
  title: "Shop",
  source: { filter: "", at: null },
  grouping: ["provider"],
  layout: { id: "hierarchical", options: { direction: "down" } },
  theme: "professional",
  overlay: overlay.parse({ places: { a: { x: 0, y: 0, pinned: true } } }),
  version: 1,
  createdBy: "me",
  createdAt: "2026-11-23T01:00:00.000Z",
  updatedAt: "2026-11-23T01:00:00.000Z",
  expiresAt: null,
};
const times: AutosaveTimes = { pauseMs: 15, retryMs: [10, 20], deadlineMs: 2_000 };

let host: DiagramHost;
let changes: number;

beforeEach(async () => {
  host = new DiagramHost();
  changes = 0;
  await new Promise<void>((resolve) => host.server.listen(0, "127.0.0.1", resolve));
  const { port } = host.server.address() as AddressInfo;
  // The client's addresses are relative to the page; here there is none.
  const fetchFromPage = globalThis.fetch;
  vi.stubGlobal("fetch", (address: string, init: RequestInit) => fetchFromPage(new URL(address, `http://127.0.0.1:${port}`), init));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  host.server.closeAllConnections();
  await new Promise((resolve) => host.server.close(resolve));
});

function open(from: Diagram = start, own: AutosaveTimes = times): Autosave {
  return new Autosave(from, { load: () => getDiagram("dgm_1"), update: (version, patch) => updateDiagram("dgm_1", version, patch) }, () => changes++, own);
}

function moved(id: string, x: number): Change {
  return { fields: {}, overlay: { places: { [id]: { x, y: 0, pinned: true } } } };
}

const hidden = (id: string): Change => ({ fields: {}, overlay: { hidden: { [id]: true } } });
const shown = (id: string): Change => ({ fields: {}, overlay: { hidden: { [id]: null } } });

async function reaches(save: Autosave, kind: Autosave["state"]["kind"]): Promise<void> {
  await vi.waitFor(() => expect(save.state.kind).toBe(kind), { timeout: 5_000, interval: 5 });
}

test("changes within the pause go in one request, with nothing but what changed", async () => {
  const save = open();
  save.add(moved("a", 1));
  save.add(moved("a", 2));
  save.add(hidden("b"));
  expect(save.state.kind).toBe("unsaved");
  await reaches(save, "saved");
  expect(host.patches).toEqual([{ overlay: { places: { a: { x: 2 } }, hidden: ["b"] } }]);
  expect(save.state).toMatchObject({ at: expect.any(Number) as number });
  expect(save.saved).toEqual(host.stored);
  expect(changes).toBeGreaterThan(0);
});

test("what comes while a request is under way goes with the next one", async () => {
  host.faults = ["wait"];
  const save = open();
  save.add(moved("a", 1));
  await reaches(save, "saving");
  save.add(moved("a", 2));
  save.add(moved("c", 3));
  await reaches(save, "saved");
  expect(host.patches).toHaveLength(2);
  expect(host.busiest).toBe(1);
  expect(host.stored.overlay.places).toEqual({ a: { x: 2, y: 0, pinned: true }, c: { x: 3, y: 0, pinned: true } });
});

test("a change that is taken back before it is sent is not sent", async () => {
  const save = open();
  save.add(hidden("b"));
  save.add(shown("b"));
  expect(save.state).toEqual({ kind: "saved", at: null });
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(host.requests).toEqual([]);
});

test("another layout leaves none of the old one's options", async () => {
  const save = open();
  save.add({ fields: { layout: { id: "grid", options: {} } }, overlay: {} });
  await reaches(save, "saved");
  expect(host.stored.layout).toEqual({ id: "grid", options: {} });
});

test("a diagram that was changed elsewhere keeps that, and gets the own change on top", async () => {
  const save = open();
  host.store({ title: "Shop, new", theme: "dark", overlay: { names: { z: "theirs" }, places: { q: { x: 7, y: 7, pinned: true } } } });
  save.add(moved("a", 5));
  await reaches(save, "saved");
  expect(host.stored).toMatchObject({ title: "Shop, new", theme: "dark", version: 3 });
  expect(host.stored.overlay.names).toEqual({ z: "theirs" });
  expect(host.stored.overlay.places).toEqual({ a: { x: 5, y: 0, pinned: true }, q: { x: 7, y: 7, pinned: true } });
  expect(save.saved).toEqual(host.stored);
});

test("sets of both are united, not replaced", async () => {
  const save = open();
  host.store({ overlay: { hidden: ["theirs"] } });
  save.add(hidden("mine"));
  await reaches(save, "saved");
  expect(host.stored.overlay.hidden).toEqual(["mine", "theirs"]);
});

test("the same changed to different values waits for the person; the rest is kept", async () => {
  const save = open();
  host.store({ overlay: { places: { a: { x: 100, y: 0, pinned: true } } } });
  save.add(moved("a", 5));
  save.add(hidden("b"));
  await reaches(save, "conflict");
  expect(save.state).toEqual({
    kind: "conflict",
    conflicts: [{ part: "places", id: "a", mine: { x: 5, y: 0, pinned: true }, theirs: { x: 100, y: 0, pinned: true } }],
  });
  expect(applyChange(save.saved, save.unsaved).overlay).toMatchObject({ hidden: ["b"], places: { a: { x: 5 } } });
  save.add(hidden("c"));
  expect(save.state.kind).toBe("conflict");
  save.resolve([]);
  await reaches(save, "saved");
  expect(host.stored.overlay).toMatchObject({ hidden: ["b", "c"], places: { a: { x: 5 } } });
});

test("theirs can be taken, entry by entry", async () => {
  const save = open();
  host.store({ title: "Theirs", overlay: { places: { a: { x: 100, y: 0, pinned: true } } } });
  save.add(moved("a", 5));
  save.add({ fields: { title: "Mine" }, overlay: {} });
  await reaches(save, "conflict");
  const conflicts = save.state.kind === "conflict" ? save.state.conflicts : [];
  expect(conflicts.map(({ part }) => part)).toEqual(["title", "places"]);
  save.resolve(conflicts.filter(({ part }) => part === "places"));
  await reaches(save, "saved");
  expect(host.stored).toMatchObject({ title: "Mine", overlay: { places: { a: { x: 100 } } } });
});

test("an answer that got lost is no conflict, whatever was done since", async () => {
  host.faults = ["drop-after"];
  const save = open();
  save.add(moved("a", 1));
  await reaches(save, "offline");
  save.add(moved("a", 2));
  await reaches(save, "saved");
  expect(host.stored.overlay.places.a?.x).toBe(2);
});

test("what was taken back after its answer got lost is taken back on the server", async () => {
  host.faults = ["drop-after"];
  const save = open();
  save.add(hidden("b"));
  await reaches(save, "offline");
  save.add(shown("b"));
  await reaches(save, "saved");
  expect(host.stored.overlay.hidden).toEqual([]);
  expect(save.saved.overlay.hidden).toEqual([]);
});

test("a server that stumbles or cuts the line is tried again until it has everything", async () => {
  host.faults = [500, "drop-before", 503, 429];
  const save = open();
  save.add(moved("a", 1));
  await reaches(save, "offline");
  expect(save.state).toMatchObject({ retryAt: expect.any(Number) as number });
  await reaches(save, "saved");
  expect(host.patches).toHaveLength(5);
  expect(host.stored.overlay.places.a?.x).toBe(1);
});

test("coming online tries at once", async () => {
  host.faults = ["drop-before"];
  const save = open(start, { ...times, retryMs: [60_000] });
  save.add(moved("a", 1));
  await reaches(save, "offline");
  save.flush();
  await reaches(save, "saved");
});

test("a server that never answers counts as none", async () => {
  host.faults = ["wait"];
  const save = open(start, { ...times, deadlineMs: 20 });
  save.add(moved("a", 1));
  await reaches(save, "offline");
  await reaches(save, "saved");
  expect(host.stored.overlay.places.a?.x).toBe(1);
});

test("a refusal is told and not repeated; the next change or the person tries again", async () => {
  host.faults = [400];
  const save = open();
  save.add(moved("a", 1));
  await reaches(save, "refused");
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(host.patches).toHaveLength(1);
  save.flush();
  await reaches(save, "saved");
  expect(host.stored.overlay.places.a?.x).toBe(1);
});

test("a newer state that was read elsewhere is taken over with the own changes on top", async () => {
  const save = open();
  save.add(moved("a", 5));
  host.store({ theme: "dark" });
  save.receive(host.stored);
  expect(save.saved.theme).toBe("dark");
  save.receive({ ...start, theme: "minimal" });
  expect(save.saved.theme).toBe("dark");
  await reaches(save, "saved");
  expect(host.stored).toMatchObject({ theme: "dark", version: 3 });
  expect(host.requests.filter((line) => line.startsWith("GET"))).toEqual([]);
});

test("a closed page sends a last time and then leaves it", async () => {
  host.faults = ["drop-before"];
  const save = open();
  save.add(moved("a", 1));
  save.close();
  await reaches(save, "offline");
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(host.patches).toHaveLength(1);
  save.reopen();
  await reaches(save, "saved");
});

test("what a page before could not save is put over what is there now", async () => {
  const first = open();
  first.add(moved("a", 5));
  first.add(hidden("b"));
  const { unsaved, known } = first;
  first.close();
  await reaches(first, "saved");
  // The same page's own late success: nothing is left to do.
  const second = open(host.stored);
  second.adopt(unsaved, known);
  expect(second.state.kind).toBe("saved");
  // Somebody else in between: that is a conflict.
  host.store({ overlay: { places: { a: { x: 100, y: 0, pinned: true } } } });
  const third = open(host.stored);
  third.adopt(unsaved, known);
  expect(third.state.kind).toBe("conflict");
  expect(noChange).toEqual({ fields: {}, overlay: {} });
});
