/** What an SVG of ours says of itself. */
export interface ReadDrawing {
  widthPx: number;
  heightPx: number;
  /** How much is drawn, and of which moment. */
  caption: string | null;
}

/** Where it says it. */
const headBytes = 4_096;

export async function readDrawing(content: Blob): Promise<ReadDrawing> {
  const root = new DOMParser().parseFromString(closed(await content.slice(0, headBytes).text()), "text/html").querySelector("svg");
  const px = (name: string) => Number(root?.getAttribute(name) ?? 0);
  return { widthPx: px("width"), heightPx: px("height"), caption: root?.querySelector("desc")?.textContent ?? null };
}

/** Without the tag in the middle of which it was cut. */
function closed(text: string): string {
  return text.slice(0, text.lastIndexOf(">") + 1);
}
