/** Gives each of the same values the same number, and counts for each label by itself. */
export class StandIns {
  readonly #given = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** Such as "Account 2" for what `value` is. */
  of(label: string, value: string): string {
    const key = `${label}\n${value}`;
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    const number = (this.#counts.get(label) ?? 0) + 1;
    this.#counts.set(label, number);
    const made = `${label} ${number}`;
    this.#given.set(key, made);
    return made;
  }
}
