/** Has the browser save what is at an address. */
export function saveFrom(url: string, filename?: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = filename ?? "";
  link.click();
}

/** How long a browser may take to begin with saving. */
const saveWithinMs = 60_000;

export function saveFile(content: Blob, filename: string): void {
  const url = URL.createObjectURL(content);
  saveFrom(url, filename);
  setTimeout(() => URL.revokeObjectURL(url), saveWithinMs);
}
