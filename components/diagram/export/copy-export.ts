import { fetchExport, type ExportWish } from "@/lib/api-client";
import type { FormatChoice } from "@/lib/core/api/choices";

/** What of a file the clipboard takes: a picture as a picture, a text as a text. */
const clipboardTypes: Readonly<Record<string, string>> = { "image/png": "image/png", "image/svg+xml": "text/plain", "text/vnd.mermaid": "text/plain" };

export function canCopy({ mediaType }: Pick<FormatChoice, "mediaType">): boolean {
  return Object.hasOwn(clipboardTypes, mediaType);
}

/** The browser keeps the clipboard from this page: by a setting, or because its address is not https. */
export class ClipboardRefused extends Error {}

/** Puts an export on the clipboard. The promise goes along: Safari lets a page write only while the click is fresh. */
export async function copyExport(diagramId: string, wish: ExportWish, { mediaType }: Pick<FormatChoice, "mediaType">): Promise<void> {
  const type = clipboardTypes[mediaType] ?? "text/plain";
  if (!("clipboard" in navigator) || typeof ClipboardItem === "undefined") throw new ClipboardRefused();
  const content = fetchExport(diagramId, wish).then((file) => new Blob([file.content], { type }));
  // What the server refuses is told as it says it, not as the clipboard's refusal.
  const written = navigator.clipboard.write([new ClipboardItem({ [type]: content })]).catch(() => {
    throw new ClipboardRefused();
  });
  await content;
  await written;
}
