const path = (token: string) => `/s/${encodeURIComponent(token)}`;

/** What of a link is a file, in the order in which it is offered. */
export const shareFiles = [
  { extension: "svg", label: "SVG" },
  { extension: "png", label: "PNG" },
  { extension: "mmd", label: "Mermaid" },
  { extension: "json", label: "JSON" },
] as const;
export type ShareFile = (typeof shareFiles)[number]["extension"];

export function sharePath(token: string): string {
  return path(token);
}

export function embedPath(token: string): string {
  return `/embed/${encodeURIComponent(token)}`;
}

export function shareFilePath(token: string, extension: ShareFile): string {
  return `${path(token)}.${extension}`;
}
