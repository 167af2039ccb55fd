import { execFile } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { groupLevels } from "../core/diagram/group-levels";
import type { Inventory } from "../core/resource/inventory";
import { EstateBuilder } from "../scene/fixtures/estate-builder";
import { threeTierEstate } from "../scene/fixtures/three-tier";
import { buildView } from "../scene/view/build-view";
import { drawHere } from "./draw-here";
import type { DrawInput, DrawStage } from "./draw-input";
import { DrawThreads, startDrawThread, type DrawThreadsOptions } from "./draw-threads";
import { mostWaiting } from "./draw-turns";

const never = new AbortController().signal;
const inventory = { title: "Shop", ...threeTierEstate() };

function picture(format: string, of: Inventory): DrawInput {
  const { view, ids, keys } = buildView(of, { title: "Shop", levels: groupLevels });
  return { format, options: {}, picture: { view, names: { ids, keys }, layout: { id: "hierarchical", options: {} }, theme: "dark", at: "2026-11-24T00:00:00.000Z", notes: new Map([[0, "a note"]]) } };
}

function oneCard(): Inventory {
  const estate = new EstateBuilder({ provider: "aws", account: "", region: null });
  estate.add("AWS::S3::Bucket", "logs");
  return estate.finish();
}

/** What the thread in `__fixtures__` does instead of drawing. */
function deed(format: "answer" | "hang" | "crash" | "exit" | "fill", text = ""): DrawInput {
  return { format, options: { text }, inventory };
}

/** Threads that do what they are told, and how many of them were started. */
function misdeeds(options: DrawThreadsOptions = {}, memoryMb = 64) {
  const started: Worker[] = [];
  const start = () => {
    const worker = new Worker(new URL("./__fixtures__/misdeeds.worker.mjs", import.meta.url), { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    started.push(worker);
    return worker;
  };
  return { started, ...new DrawThreads({ threads: 1, start, ...options }) };
}

/** With a handler at once, so that none is taken for unhandled. */
function codeOf(drawing: Promise<unknown>): Promise<unknown> {
  return drawing.then(
    () => "drawn",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );
}

describe("threads that draw", () => {
  let starts = 0;
  const start = () => {
    starts += 1;
    return startDrawThread({ execArgv: ["--import", "tsx"] });
  };
  const { draw } = new DrawThreads({ threads: 2, start });

  it("give what is drawn in the caller's thread, text and bytes, of pictures and of lists, and tell how far they are", async () => {
    for (const input of [picture("svg", inventory), picture("png", oneCard()), { format: "csv", options: {}, inventory }]) {
      const stages: DrawStage[] = [];
      const { content, ...kind } = await draw(input, never, (stage) => stages.push(stage));
      const { content: here, ...kindHere } = await drawHere(input, never);
      expect(kind).toEqual(kindHere);
      expect(typeof content).toBe(input.format === "png" ? "object" : "string");
      expect(content.length).toBeGreaterThan(100);
      expect(Buffer.from(content).equals(Buffer.from(here))).toBe(true);
      expect(stages).toEqual("picture" in input ? ["placing", "drawing"] : ["drawing"]);
    }
    expect(starts).toBe(1);
  });

  it("tell an error as it was thrown, and go on", async () => {
    await expect(draw({ format: "nope", options: {}, inventory }, never)).rejects.toMatchObject({
      name: "CloudVizError",
      code: "invalid-request",
      message: expect.stringContaining("svg"),
      details: [{ pointer: "format", detail: "is not known" }],
    });
    await expect(draw({ format: "csv", options: { list: 7 }, inventory }, never)).rejects.toMatchObject({ message: expect.stringContaining("list"), stack: expect.stringContaining("draw-here") });
    expect(starts).toBe(1);
  });

  it("do not suffer from each other's death", async () => {
    const lost = misdeeds();
    const [death, file] = await Promise.all([codeOf(lost.draw(deed("crash"), never)), draw({ format: "json", options: {}, inventory }, never)]);
    expect(death).toBe("unavailable");
    expect(file.content).toContain("shop-orders-db-primary");
  });
});

describe("a thread that dies", () => {
  it.each(["crash", "exit"] as const)("by %s is replaced, and its reason kept for the log", async (how) => {
    const { draw, started } = misdeeds();
    await expect(draw(deed(how), never)).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("Try again"), cause: { message: expect.stringMatching(/a fault|code 3/) } });
    await expect(draw(deed("answer", "next"), never)).resolves.toMatchObject({ content: "next" });
    expect(started).toHaveLength(2);
  });

  it("of too little memory tells that the drawing is too large", async () => {
    const { draw } = misdeeds({}, 16);
    await expect(draw(deed("fill"), never)).rejects.toMatchObject({ code: "too-large", message: expect.stringContaining("filter") });
    await expect(draw(deed("answer", "next"), never)).resolves.toMatchObject({ content: "next" });
  });
});

describe("a drawing that takes too long", () => {
  it("is ended at its deadline with a way out, which a job has later", async () => {
    const { draw, started } = misdeeds({ deadlineMs: { request: 100, job: 200 } });
    const ended = once(await begun(draw(deed("hang"), never), started), "exit");
    const second = codeOf(draw(deed("hang"), never));
    await expect(draw(deed("hang"), never)).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("came first") });
    await ended;
    await expect(second).resolves.toBe("unavailable");
    const begin = performance.now();
    await expect(draw(deed("hang"), never, undefined, "job")).rejects.toMatchObject({ code: "unavailable", message: expect.not.stringContaining("background") });
    expect(performance.now() - begin).toBeGreaterThan(190);
    await expect(draw(deed("hang"), never)).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("background") });
    await expect(draw(deed("answer", "next"), never)).resolves.toMatchObject({ content: "next" });
  });

  it("ends when it is cancelled, and so does one that waits", async () => {
    const { draw, started } = misdeeds();
    const [first, second] = [new AbortController(), new AbortController()];
    const codes = [codeOf(draw(deed("hang"), first.signal)), codeOf(draw(deed("hang"), second.signal))];
    const last = draw(deed("answer", "last"), never);
    second.abort();
    await expect(codes[1]).resolves.toBe("cancelled");
    const thread = await begun(last, started);
    first.abort();
    await expect(codes[0]).resolves.toBe("cancelled");
    await once(thread, "exit");
    await expect(last).resolves.toMatchObject({ content: "last" });
    await expect(draw(deed("answer"), AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
    expect(started).toHaveLength(2);
  });

  it("as a job leaves a thread to those whom somebody waits for, and to no other job", async () => {
    for (const threads of [1, 2]) {
      const { draw } = misdeeds({ threads });
      const abort = new AbortController();
      const job = codeOf(draw(deed("hang"), abort.signal, undefined, "job"));
      const next = draw(deed("answer", "next"), never, undefined, "job");
      await expect(draw(deed("answer", "now"), never)).resolves.toMatchObject({ content: "now" });
      expect(await Promise.race([next, Promise.resolve("waits")])).toBe("waits");
      abort.abort();
      await expect(job).resolves.toBe("cancelled");
      await expect(next).resolves.toMatchObject({ content: "next" });
    }
  });
});

describe("many drawings", () => {
  it("wait in the order of asking, and no more than can be served", async () => {
    const { draw } = misdeeds();
    const abort = new AbortController();
    const first = codeOf(draw(deed("hang"), abort.signal));
    const done: string[] = [];
    const waiting = Array.from({ length: mostWaiting }, (_, number) => draw(deed("answer", String(number)), never).then(({ content }) => done.push(String(content))));
    await expect(draw(deed("answer"), never)).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("Try again"), retryAfterS: expect.any(Number) });
    abort.abort();
    await expect(first).resolves.toBe("cancelled");
    await Promise.all(waiting);
    expect(done).toEqual(Array.from({ length: mostWaiting }, (_, number) => String(number)));
  });
});

describe("a thread without anything to draw", () => {
  it("ends after a while, and the next drawing has a new one", async () => {
    const { draw, started } = misdeeds({ idleMs: 20 });
    await draw(deed("answer"), never);
    await draw(deed("answer"), never);
    expect(started).toHaveLength(1);
    await Promise.all(started.map((worker) => once(worker, "exit")));
    await expect(draw(deed("answer", "next"), never)).resolves.toMatchObject({ content: "next" });
    expect(started).toHaveLength(2);
  });

  it("does not keep the process alive", async () => {
    const script = path.join(import.meta.dirname, "__fixtures__", "draw-and-leave.ts");
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], { timeout: 15_000 });
    expect(stdout).toBe("drawn");
  });
});

/** The first thread, once it has begun. */
async function begun(drawing: Promise<unknown>, started: readonly Worker[]): Promise<Worker> {
  drawing.catch(() => {});
  while (started[0] === undefined) await new Promise((resolve) => setImmediate(resolve));
  return started[0];
}
