/** What names boxes: the numbers themselves where ids are not known, as in the browser's first paint. */
export interface BoxNames {
  ids: readonly string[];
  keys: readonly (string | null)[];
}

export function idOf(box: number, names: BoxNames | undefined): string {
  return names?.ids[box] ?? String(box);
}
