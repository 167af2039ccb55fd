import { beforeAll, describe, expect, it } from "vitest";
import type { EdgeKind } from "../../core/resource/edge";
import { edgeKinds } from "../../core/resource/edge-kinds";
import type { Inventory } from "../../core/resource/inventory";
import type { Scene } from "../../scene/scene";
import { hostileEstate } from "../../scene/fixtures/hostile";
import { EstateBuilder } from "../../scene/fixtures/estate-builder";
import { threeTierEstate } from "../../scene/fixtures/three-tier";
import { rendererContract, sceneOf, textOf } from "../contract";
import { foldedScene } from "../__fixtures__/edited-scenes";
import { mermaid } from "./mermaid";
import { mermaidParts } from "./mermaid-parts";
import { mermaidText } from "./mermaid-text";

let parse: (text: string) => Promise<unknown>;

/** Mermaid in Node refuses valid text unless it finds the parts of DOMPurify that need a browser. */
async function loadMermaid(): Promise<void> {
  const { default: purify } = await import("dompurify");
  const shim = purify as unknown as Record<string, unknown>;
  shim.addHook ??= () => undefined;
  shim.removeHook ??= () => undefined;
  shim.sanitize ??= (text: string) => text;
  shim.isSupported ??= true;
  const { default: engine } = await import("mermaid");
  engine.initialize({ maxTextSize: 10_000_000, maxEdges: 100_000 });
  parse = (text) => engine.parse(text);
}

function draw(scene: ReturnType<typeof sceneOf>): string {
  return String(mermaid.render(scene, mermaid.options.parse({})));
}

describe("mermaid", () => {
  beforeAll(loadMermaid, 60_000);

  it("is checked by a parser that refuses what is no Mermaid", async () => {
    await expect(parse("flowchart LR\n  a[unclosed")).rejects.toThrow();
    await expect(parse('flowchart LR\n  a["x"] --> ')).rejects.toThrow();
  });

  rendererContract("mermaid", async (output) => {
    const text = textOf(output);
    await expect(parse(text)).resolves.toMatchObject({ diagramType: "flowchart-v2" });
  });

  it("parses whatever the names are", async () => {
    const names = Array.from({ length: 300 }, (_, seed) => randomText(seed + 1));
    await expect(parse(String(mermaid.render(sceneOf(hostileEstate(names)), mermaid.options.parse({ split: false }))))).resolves.toBeTruthy();
  }, 60_000);

  it("keeps a lone name inside its label", async () => {
    for (const name of ["end", 'a"]; click n1 "x"', "%%{init: {}}%%", "<script>", "---", "o", "x"]) {
      const estate = new EstateBuilder({ provider: "", account: "", region: null });
      estate.add("AWS::S3::Bucket", name);
      const text = draw(sceneOf(estate.finish()));
      await expect(parse(text)).resolves.toBeTruthy();
      expect(text.split("\n").filter((line) => line.includes('["'))).toHaveLength(1);
    }
  });

  it("nests, names by number, labels and colours", () => {
    const text = draw(sceneOf(threeTierEstate()));
    expect(text).toMatch(/^flowchart LR\n {2}subgraph n1\["AWS"\]/);
    expect(text).toMatch(/\n {2}n\d+ == "routes to" ==> n\d+\n/);
    expect(text).toMatch(/\n {2}classDef compute fill:#ffffff,stroke:#9553b0/);
    expect(text.match(/^ *subgraph /gm)?.length).toBe(text.match(/^ *end$/gm)?.length);
  });

  it("draws every kind of relationship, inferred or not", async () => {
    const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
    const [one, other] = [estate.add("AWS::S3::Bucket", "a"), estate.add("AWS::S3::Bucket", "b")];
    const kinds = (Object.keys(edgeKinds) as EdgeKind[]).filter((kind) => kind !== "contains");
    for (const kind of kinds) estate.tie(kind, one, other, "declared");
    for (const kind of kinds) estate.tie(kind, other, one, "derived");
    const text = draw(sceneOf(estate.finish()));
    await expect(parse(text)).resolves.toBeTruthy();
    for (const kind of kinds) expect(text).toContain(`"${edgeKinds[kind].label}"`);
    expect(text.match(/ #63;" .->/g)).toHaveLength(kinds.length);
  });

  it("says how many relationships one line stands for", async () => {
    const text = draw(foldedScene());
    await expect(parse(text)).resolves.toBeTruthy();
    expect(text).toContain('"writes #215;3 #63;"');
  });

  it("says so when it is not to be split and larger than Mermaid draws by default", async () => {
    const text = String(mermaid.render(sceneOf(threeTierEstate({ perTier: 100 })), mermaid.options.parse({ split: false })));
    expect(text).toMatch(/^%% Larger than Mermaid draws by default: .*maxEdges to \d+/);
    await expect(parse(text)).resolves.toBeTruthy();
    expect(draw(sceneOf(threeTierEstate()))).not.toContain("%%");
  }, 60_000);
});

describe("mermaid beyond Mermaid's limits", () => {
  beforeAll(loadMermaid, 60_000);

  const large: Record<string, () => Scene> = {
    "many in few frames": () => sceneOf(threeTierEstate({ perTier: 150, functions: 40 })),
    "a hub of 5,000 edges": () => sceneOf(hub(5000)),
    "two hubs with 700 lines between": () => sceneOf(lattice(27)),
    "60 levels with long names": () => sceneOf(nested(60)),
    "hostile names": () => sceneOf(hostileEstate(Array.from({ length: 600 }, (_, seed) => randomText(seed + 1)))),
  };

  for (const [name, make] of Object.entries(large)) {
    it(`draws ${name} in parts that are within them and lose no relationship`, async () => {
      const scene = make();
      const parts = mermaidParts(scene, { direction: "LR" });
      expect(parts.length).toBeGreaterThan(2);
      const boxes: string[] = [];
      const lines: string[] = [];
      for (const [index, { text }] of parts.entries()) {
        expect(text.length).toBeLessThanOrEqual(50_000);
        expect(linesIn(text).length).toBeLessThanOrEqual(500);
        if (index === 0) continue;
        boxes.push(...namesIn(text));
        lines.push(...linesIn(text));
        for (const [, part] of text.matchAll(/→ part (\d+)"\]:::elsewhere/g)) expect(Number(part)).toBeLessThanOrEqual(parts.length);
      }
      expect(new Set(boxes).size).toBe(scene.boxes.length);
      const numbers = new Map(scene.boxes.map(({ id }, number) => [id, `n${number + 1}`]));
      expect(lines.toSorted()).toEqual(scene.lines.map(({ from, to }) => `${numbers.get(from) ?? ""} ${numbers.get(to) ?? ""}`).toSorted());
      // Every part of a few, some of many: Mermaid takes 50 ms for each.
      for (const { text } of parts.filter((_, index) => index < 4 || index === parts.length - 1)) await expect(parse(text)).resolves.toMatchObject({ diagramType: "flowchart-v2" });
    }, 60_000);
  }

  it("says in each stand-in where the box is", () => {
    const scene = sceneOf(hub(5000));
    const parts = mermaidParts(scene, { direction: "LR" });
    const home = new Map<string, number>();
    parts.forEach(({ text }, index) => {
      for (const [, box = ""] of text.matchAll(/^ *(n\d+)\["[^"]*"\]:::(?!elsewhere|frame)/gm)) if (index > 0) home.set(box, index + 1);
    });
    const standIns = parts.flatMap(({ text }) => Array.from(text.matchAll(/^ *(n\d+)\["[^"]*→ part (\d+)"\]:::elsewhere/gm), ([, box = "", part]) => ({ box, part: Number(part) })));
    expect(standIns.length).toBeGreaterThan(5);
    for (const { box, part } of standIns) expect(home.get(box)).toBe(part);
  });

  it("marks where to cut, begins with an overview, and gives one part alone", () => {
    const scene = sceneOf(threeTierEstate({ perTier: 150 }));
    const parts = mermaidParts(scene, { direction: "TB" });
    const text = String(mermaid.render(scene, mermaid.options.parse({ direction: "TB" })));
    expect(text.split(/^(?=%% ── Part )/m).map((part) => part.trim())).toEqual(parts.map((part) => part.text.trim()));
    expect(parts[0]?.text).toMatch(/^%% ── Part 1 of \d+: Overview of Shop ──\nflowchart TB\n/);
    expect(parts[0]?.text).toMatch(/\["[^"]*<br\/>\d+ resources<br\/>→ parts? \d/);
    expect(parts[0]?.text).toMatch(/ "(\d+ relationships|[a-z ]+ #215;\d+)" /);
    expect(mermaid.render(scene, mermaid.options.parse({ direction: "TB", part: 2 }))).toBe(parts[1]?.text);
    expect(() => mermaid.render(scene, mermaid.options.parse({ part: 99 }))).toThrow(`Choose a part from 1 to ${parts.length}`);
  });

  it("splits 10,000 resources in less than a second", () => {
    const scene = sceneOf(hub(10_000));
    const start = process.cpuUsage();
    const parts = mermaidParts(scene, { direction: "LR" });
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
    expect(parts.length).toBeGreaterThan(10);
  });
});

/** One bucket that all write to, in as many subnets as make frames worth showing. */
function hub(count: number): Inventory {
  const estate = new EstateBuilder({ provider: "aws", account: "1", region: "eu-west-1" });
  const bucket = estate.add("AWS::S3::Bucket", "everything");
  const networks = Array.from({ length: 7 }, (_, index) => estate.add("AWS::EC2::VPC", `network-${index}`));
  for (let index = 0; index < count; index++) estate.tie("writes", estate.add("AWS::EC2::Instance", `web-${index}`, { parent: networks[index % networks.length] ?? null }), bucket);
  return estate.finish();
}

/** All to all, so that one box has more lines than it can pass on. */
function lattice(side: number): Inventory {
  const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
  const [these, those] = [1, 2].map((group) => Array.from({ length: side }, (_, index) => estate.add("AWS::SQS::Queue", `queue-${group}-${index}`)));
  for (const one of these ?? []) for (const other of those ?? []) estate.tie("routes-to", one, other);
  return estate.finish();
}

/** Frames in frames, whose names are entity codes and as long as may be. */
function nested(depth: number): Inventory {
  const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
  let parent: string | null = null;
  const cards: string[] = [];
  for (let level = 0; level < depth; level++) {
    parent = estate.add("AWS::ECS::Cluster", `${level}${"%\"".repeat(500)}`, { parent });
    cards.push(estate.add("AWS::ECS::Service", `service ${level}`, { parent }));
  }
  cards.forEach((card, index) => estate.tie("invokes", card, cards[(index * 7) % cards.length] ?? card));
  return estate.finish();
}

function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/^ *(?:subgraph )?(n\d+)\["[^\n]*"\](?!:::elsewhere)/gm), ([, name = ""]) => name);
}

function linesIn(text: string): string[] {
  return Array.from(text.matchAll(/^ {2}([nr]\d+) [^\s["]+ "[^"\n]*" \S+ ([nr]\d+)$/gm), ([, from = "", to = ""]) => `${from} ${to}`);
}

describe("mermaidText", () => {
  it("writes what means something as entity codes", () => {
    expect(mermaidText('a "b" <c> #d; [e] `f`')).toBe("a #34;b#34; #60;c#62; #35;d#59; #91;e#93; #96;f#96;");
  });

  it("keeps words of any language as they are", () => expect(mermaidText("数据库 مرحبا orders_db-1 10.0.0.0/8")).toBe("数据库 مرحبا orders_db-1 10.0.0.0/8"));

  it("leaves Markdown nothing to make lists, rules or emphasis of", () => {
    expect(["1. one", "- item", "---", "_it_"].map(mermaidText)).toEqual(["1#46; one", "#45; item", "#45;#45;#45;", "#95;it#95;"]);
  });
});

/** Text over the characters that grammars fight about, the same for each seed. */
function randomText(seed: number): string {
  const alphabet = [...'abzEND019 -_=.~!?;:,/\\|()[]{}<>"\'`#&%$^*+@\n\t\u0000\u202e\u00e9مש数😀end'];
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return Array.from({ length: 1 + (next() % 40) }, () => alphabet[next() % alphabet.length] ?? "").join("");
}
