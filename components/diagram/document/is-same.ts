/** Whether two JSON values are equal, whatever the order of their members. A missing member and an undefined one are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  }
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(left)) {
    if (left[name] !== undefined && !(Object.hasOwn(right, name) && isSame(left[name], right[name]))) return false;
  }
  return Object.keys(right).every((name) => right[name] === undefined || Object.hasOwn(left, name));
}
