/** Text as XML content or attribute value. What XML 1.0 forbids even escaped (most control characters) is left out. */
export function xmlText(text: string): string {
  // Nearly every name is plain: a look costs a tenth of the replacing.
  if (!special.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const special = /[^\u0020-\u007e\u00a0-\u02ff]|[&<>"']/;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Px with at most two decimals. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
