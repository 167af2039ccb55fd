const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** The frame that shows a link on another page. */
export function embedSnippet(address: string, title: string, { width, height }: { width: string; height: string }): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="${size(width, 800)}" height="${size(height, 450)}" style="border: 0" loading="lazy"></iframe>`;
}

/** A picture in a README. A title may hold what Markdown takes for its own. */
export function imageMarkdown(address: string, title: string): string {
  return `![${title.replace(/[\r\n]+/g, " ").replace(/[\\[\]]/g, "\\$&")}](${address})`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

/** What was left empty gets its usual size. */
function size(text: string, usual: number): number {
  const px = Number(text);
  return text === "" || !Number.isInteger(px) || px === 0 ? usual : px;
}
