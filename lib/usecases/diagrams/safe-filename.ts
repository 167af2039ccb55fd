/** A file name that every file system takes and that needs no quoting in a header. */
export function safeFilename(title: string, extension: string): string {
  const name = title
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._ -]/g, "")
    .trim()
    .replace(/\s+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 80);
  return `${name === "" ? "diagram" : name}.${extension}`;
}
