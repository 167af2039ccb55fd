/** The origins of a text, one a line or with spaces or commas between; a path behind one is left away. */
export function originsOf(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).flatMap((part) => (part === "" ? [] : [part.replace(/^(https?:\/\/[^/]+)\/.*$/i, "$1")])))];
}
