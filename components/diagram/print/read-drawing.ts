/** What an SVG of ours says of itself. */
export interface ReadDrawing {
  widthPx: number;
  heightPx: number;
  /** How much is drawn, and of which moment. */
  caption: string | null;
}

/** Titles are short. */
const headBytes = 16_384;
const endOfHead = "</desc>";

/** Only the head, closed: of styles that follow, the page's policy would have a say. */
export async function readDrawing(content: Blob): Promise<ReadDrawing> {
  const [head = ""] = (await content.slice(0, headBytes).text()).split(endOfHead);
  const root = new DOMParser().parseFromString(`${head}${endOfHead}</svg>`, "image/svg+xml").documentElement;
  const px = (name: string) => Number(root.getAttribute(name) ?? 0);
  return { widthPx: px("width"), heightPx: px("height"), caption: root.querySelector("desc")?.textContent ?? null };
}
