/** So many lines are read; the file has the rest. */
const mostLines = 200;
/** A line may be a whole file: JSON without spaces. */
const mostLetters = 500;
/** What is looked at to tell a text. */
const headBytes = 65_536;

export interface TextPreview {
  text: string;
  /** Lines that are left out. */
  more: number;
  /** More than one where a drawing was too large for Mermaid. */
  parts: number;
}

/** The beginning of a text; null for a file that is none. */
export async function readTextPreview(content: Blob): Promise<TextPreview | null> {
  if (!isText(await content.slice(0, headBytes).arrayBuffer())) return null;
  const whole = await content.text();
  const lines = whole.replace(/\n$/, "").split("\n");
  return { parts: content.type.startsWith("text/vnd.mermaid") ? (whole.match(/^flowchart /gm)?.length ?? 1) : 1, text: lines.slice(0, mostLines).map((line) => (line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line)).join("\n"), more: Math.max(0, lines.length - mostLines) };
}

function isText(bytes: ArrayBuffer): boolean {
  if (new Uint8Array(bytes).includes(0)) return false;
  try {
    // Streamed: the last letter may be cut.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
