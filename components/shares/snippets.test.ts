import { expect, it } from "vitest";
import { embedSnippet, imageMarkdown } from "./snippets";

it("writes a frame whose title stays a title", () => {
  const html = embedSnippet("https://cloudviz.example/embed/t", `"><script>alert(1)</script>`, { width: "640", height: "" });
  expect(html).toBe(`<iframe src="https://cloudviz.example/embed/t" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" width="640" height="450" style="border: 0" loading="lazy"></iframe>`);
});

it("writes a picture whose title does not end early", () => {
  expect(imageMarkdown("https://cloudviz.example/s/t.svg", "prod [eu](x)\nnext")).toBe("![prod \\[eu\\](x) next](https://cloudviz.example/s/t.svg)");
});
