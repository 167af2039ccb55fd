/** What a create call must answer with: the seed cannot go on without it. */
export function made<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("The seed made something that AWS's answer does not name.");
  return value;
}
