import { z } from "zod";
import { lineMark } from "../../scene/line-mark";
import { orientations, papers, ptPerPx } from "../../scene/page/paper";
import { planPages, type Page, type PagePicture } from "../../scene/page/plan-pages";
import type { Scene } from "../../scene/scene";
import { openForeignWords, type Words } from "../fonts/foreign-words";
import { pictureOptions } from "../picture-options";
import type { SceneRenderer } from "../renderer";
import { drawPicture } from "./draw-picture";
import { drawSection } from "./draw-section";
import { fillColor, line, move, number, stroke } from "./operators";
import { ascii, dictionaryText, pdfFile, reference, textString } from "./pdf-file";
import { pdfFont } from "./pdf-font";
import { pdfSheet, type PdfSheet } from "./pdf-sheet";

const options = z.object({
  paper: z.enum(papers).default("a4").meta({ title: "Paper" }),
  orientation: z.enum(orientations).default("auto").meta({ title: "Orientation", description: "Automatic: the one in which the picture is larger.", labels: { auto: "Automatic" } }),
  fit: z.enum(["fit", "tile"]).default("fit").meta({ title: "Size", description: "All of it on one page, or an overview and pages that are laid side by side, at a size to be read.", labels: { fit: "One page", tile: "Several pages" } }),
  marginMm: z.number().min(0).max(50).default(12).meta({ title: "Margin (mm)" }),
  ...pictureOptions,
});
type Options = z.infer<typeof options>;

/** Vectors, words as text to be found and copied, the title and the legend at reading size. */
export const pdf: SceneRenderer<Options> = {
  id: "pdf",
  label: "PDF",
  reads: "scene",
  mediaType: "application/pdf",
  extension: "pdf",
  options,
  render,
};

async function render(scene: Scene, { background, header, legend, notes, ...paper }: Options): Promise<Uint8Array> {
  const pages = planPages(scene, paper, { header, legend, notes });
  const foreign = await openForeignWords(wordsOf(scene, pages));
  const file = pdfFile();
  const fonts = { 400: await pdfFont(file, 400), 600: await pdfFont(file, 600) };
  const tree = file.reserve();
  const resources = dictionaryText({ Font: dictionaryText({ [fonts[400].name]: reference(fonts[400].object), [fonts[600].name]: reference(fonts[600].object) }) });
  const kids = pages.map((page) => {
    const sheet = pdfSheet(fonts, foreign);
    drawPage(scene, page, background === "theme", sheet);
    const contents = file.add({}, ascii(sheet.content()));
    return reference(file.add({ Type: "/Page", Parent: reference(tree), MediaBox: `[0 0 ${number(page.width)} ${number(page.height)}]`, Resources: resources, Contents: reference(contents) }));
  });
  fonts[400].embed();
  fonts[600].embed();
  file.set(tree, { Type: "/Pages", Kids: `[${kids.join(" ")}]`, Count: String(kids.length) });
  const root = file.add({ Type: "/Catalog", Pages: reference(tree), ViewerPreferences: "<< /DisplayDocTitle true >>" });
  // No time of making: the same scene gives the same bytes, and the moment that it shows is in its caption.
  const info = file.add({ Title: textString(scene.title), Subject: textString(scene.caption), Creator: textString("CloudViz") });
  return file.finish(root, info);
}

function drawPage(scene: Scene, { width, height, picture, sections }: Page, hasBackground: boolean, sheet: PdfSheet): void {
  sheet.draw(`1 0 0 -1 0 ${number(height)} cm`);
  if (hasBackground) sheet.draw(`${fillColor(scene.background)} 0 0 ${number(width)} ${number(height)} re f`);
  if (picture !== null) drawPart(scene, picture, sheet);
  for (const { x, y, parts } of sections) {
    sheet.draw(`q ${ptPerPx} 0 0 ${ptPerPx} ${number(x)} ${number(y)} cm`);
    drawSection(parts, sheet);
    sheet.draw("Q");
  }
}

function drawPart(scene: Scene, { x, y, width, height, scale, from, cuts }: PagePicture, sheet: PdfSheet): void {
  // Marks and borders at the picture's edge reach a little beyond it.
  const over = 2;
  sheet.draw(`q ${[x - over, y - over, width + 2 * over, height + 2 * over].map(number).join(" ")} re W n ${[scale, 0, 0, scale, x - from.x * scale, y - from.y * scale].map(number).join(" ")} cm`);
  drawPicture(scene, { ...from, width: width / scale, height: height / scale }, sheet);
  sheet.draw("Q");
  const lines = [...cuts.x.map((at) => `${move(at, y)} ${line(at, y + height)} S`), ...cuts.y.map((at) => `${move(x, at)} ${line(x + width, at)} S`)];
  if (lines.length > 0) sheet.draw(`q ${stroke(scene.mutedColor, 0.5, "2 2")} ${lines.join(" ")} Q`);
}

function* wordsOf({ boxes, lines }: Scene, pages: readonly Page[]): Generator<Words> {
  for (const { title, subtitle, meta, marks } of boxes) {
    yield { text: title.text, weight: 600 };
    if (subtitle !== null) yield { text: subtitle.text, weight: 400 };
    if (meta !== null) yield { text: meta.text, weight: 400 };
    for (const { mark } of marks) if (mark.text !== null) yield mark.text;
  }
  for (const line of lines) yield { text: lineMark(line)?.text ?? "", weight: 600 };
  for (const { sections } of pages) for (const { parts } of sections) for (const part of parts) if (part.kind === "text") yield part;
}
