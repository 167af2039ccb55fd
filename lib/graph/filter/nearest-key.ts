import { fieldNames } from "./fields";

/** What people write who come from another tool, and the key that is meant. */
const otherNames: Record<string, string> = {
  arn: "id",
  az: "zone",
  cloud: "provider",
  connection: "source",
  created: "createdAt",
  kind: "type",
  label: "tag.<key>",
  labels: "tag.<key>",
  location: "region",
  project: "account",
  properties: "property.<path>",
  property: "property.<path>",
  resourcegroup: "group",
  seen: "lastSeen",
  service: "type",
  status: "state",
  subscription: "account",
  tag: "tag.<key>",
  tags: "tag.<key>",
};

/** The key that was probably meant, or null. */
export function nearestKey(written: string): string | null {
  const text = written.toLowerCase();
  if (Object.hasOwn(otherNames, text)) return otherNames[text] ?? null;
  // No key is longer than 9 letters; a mistake in every third letter is no mistake any more.
  if (text.length > 12) return null;
  const most = Math.max(1, Math.floor(text.length / 3));
  const near = [...fieldNames, "has"].map((key) => ({ key, mistakes: distance(text, key.toLowerCase()) })).sort((one, other) => one.mistakes - other.mistakes)[0];
  return near !== undefined && near.mistakes <= most ? near.key : null;
}

/** How many letters to add, drop or change to make one word of the other; two that changed places count as one. */
function distance(one: string, other: string): number {
  const width = other.length + 1;
  const rows = new Uint8Array((one.length + 1) * width);
  const at = (row: number, column: number) => rows[row * width + column] ?? 0;
  for (let column = 0; column < width; column++) rows[column] = column;
  for (let row = 1; row <= one.length; row++) {
    rows[row * width] = row;
    for (let column = 1; column < width; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) least = Math.min(least, at(row - 2, column - 2) + 1);
      rows[row * width + column] = least;
    }
  }
  return at(one.length, other.length);
}
