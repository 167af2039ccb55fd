import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { exportUrl } from "@/lib/api-client";
import { exportCommands, shellWord } from "./export-commands";

/** The words that a shell makes of a line. */
function wordsOf(line: string): string[] {
  return execFileSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" }).split("\0").slice(0, -1);
}

const hostile = ["it's", "a b", "$(touch /tmp/x)", "`id`", '"', "\\", "x;y&z|w", "~", "=cmd", "-rf", "", "*", "ä\nb", "!!"];

describe("shellWord", () => {
  it("leaves plain words as they are", () => {
    for (const word of ["png", "scale=2", "dgm_01M85G", "Demo-estate.png", "provider,region"]) expect(shellWord(word)).toBe(word);
  });

  it("comes out of a shell as it went in, whatever it is", () => {
    expect(wordsOf(hostile.map(shellWord).join(" "))).toEqual(hostile);
  });
});

describe("exportCommands", () => {
  it("is short where nothing differs from what was saved", () => {
    expect(exportCommands("dgm_1", { format: "png", options: { scale: 3 } }, "shop.png", "http://127.0.0.1:3000")).toEqual({
      cloudviz: "cloudviz diagrams export dgm_1 -f png -O scale=3 -o shop.png",
      curl: "curl -fo shop.png 'http://127.0.0.1:3000/api/v1/diagrams/dgm_1/export?scale=3&format=png'",
    });
  });

  it("says everything that was chosen, and a filter of quotes stays one word", () => {
    const wish = { format: "svg", q: `name="it's" tag.env=$HOME`, group: "provider,tag:a%2Cb", preset: "network" as const, select: ["res_a", "res_b"], layout: "force", layoutOptions: { seed: 7 }, theme: "dark", options: { legend: false } };
    const { cloudviz, curl } = exportCommands("dgm_1", wish, "a b.svg", "https://example.org");
    expect(wordsOf(cloudviz)).toEqual([
      "cloudviz", "diagrams", "export", "dgm_1", "-f", "svg", "-O", "legend=false", "--filter", wish.q, "--group", wish.group, "--preset", "network", "--select", "res_a,res_b", "--layout", "force", "--layout-options", '{"seed":7}', "--theme", "dark", "-o", "a b.svg", "-s", "https://example.org",
    ]);
    expect(wordsOf(curl)).toEqual(["curl", "-fo", "a b.svg", `https://example.org${exportUrl("dgm_1", wish)}`]);
  });
});
