/** A field that AWS always fills in, though its SDK types every field as optional. Throws when an answer lacks it. */
export function required<Value>(value: Value | null | undefined, field: string): Value {
  if (value === null || value === undefined) throw new UnexpectedAnswer(field);
  return value;
}

class UnexpectedAnswer extends Error {
  constructor(field: string) {
    super(`AWS's answer has no ${field}`);
    this.name = "UnexpectedAnswer";
  }
}
