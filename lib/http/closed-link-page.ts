const title = "This link does not open anything";

/** A tint of the pages' own (app/globals.css), which a page that comes without their style sheet cannot ask for. */
const colours = {
  light: { canvas: "#f6f8fa", surface: "#ffffff", hairline: "#d8dfe7", ink: "#0f172a", muted: "#526070" },
  dark: { canvas: "#2c3e50", surface: "#34495e", hairline: "#475d72", ink: "#ecf0f1", muted: "#bdc9d3" },
};

function tokens(mode: keyof typeof colours): string {
  return Object.entries(colours[mode]).map(([name, value]) => `--${name}:${value}`).join(";");
}

const style = [
  `:root{color-scheme:light;${tokens("light")}}`,
  `@media (prefers-color-scheme:dark){:root{color-scheme:dark;${tokens("dark")}}}`,
  "body{margin:0;min-height:100dvh;display:grid;place-items:center;padding:16px;box-sizing:border-box;background:var(--canvas);color:var(--ink);font:13px/18px system-ui,sans-serif}",
  "main{box-sizing:border-box;width:100%;max-width:520px;padding:56px 24px;text-align:center;background:var(--surface);border:1px solid var(--hairline);border-radius:12px}",
  "svg{stroke:var(--muted)}h1{margin:12px 0 8px;font-size:16px;line-height:24px;font-weight:600}p{margin:0;color:var(--muted)}",
].join("");

const icon = '<svg width="28" height="28" viewBox="0 0 24 24" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="m18.84 12.25 1.72-1.71h-.02a5.004 5.004 0 0 0-.12-7.07 5.006 5.006 0 0 0-6.95 0l-1.72 1.71M5.17 11.75l-1.71 1.71a5.004 5.004 0 0 0 .12 7.07 5.006 5.006 0 0 0 6.95 0l1.71-1.71M8 2v3M2 8h3M16 19v3M19 16h3"/></svg>';

/**
 * The page of every link that opens nothing, whatever the reason: always the same bytes but the nonce. Not drawn by Next, which
 * answers a page that is not found with an empty one, filled by a script.
 */
export function closedLinkPage(nonce: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style nonce="${nonce}">${style}</style></head><body><main>${icon}<h1>${title}</h1><p>Ask who gave it to you.</p></main></body></html>\n`;
}
