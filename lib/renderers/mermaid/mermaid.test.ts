import { beforeAll, describe, expect, it } from "vitest";
import type { EdgeKind } from "../../core/resource/edge";
import { edgeKinds } from "../../core/resource/edge-kinds";
import { hostileEstate } from "../../scene/fixtures/hostile";
import { EstateBuilder } from "../../scene/fixtures/estate-builder";
import { threeTierEstate } from "../../scene/fixtures/three-tier";
import { rendererContract, sceneOf, textOf } from "../contract";
import { foldedScene } from "../__fixtures__/edited-scenes";
import { mermaid } from "./mermaid";
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
    await expect(parse(draw(sceneOf(hostileEstate(names))))).resolves.toBeTruthy();
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

  it("says so when it is larger than Mermaid draws by default", async () => {
    const text = draw(sceneOf(threeTierEstate({ perTier: 100 })));
    expect(text).toMatch(/^%% Larger than Mermaid draws by default: .*maxEdges to \d+/);
    await expect(parse(text)).resolves.toBeTruthy();
    expect(draw(sceneOf(threeTierEstate()))).not.toContain("%%");
  }, 60_000);
});

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
