/** A template expression: `concat(variables('a').b[0], 'x')`. */
export type Expression =
  | { kind: "value"; value: string | number }
  | { kind: "call"; name: string; args: Expression[] }
  | { kind: "member"; of: Expression; key: Expression };

// Azure's own limit; nesting comes nowhere near the other one.
const maxLength = 24_576;
const maxDepth = 200;

/** The expression in a text, without the brackets around it; null for a text that is none: `plain`, `[[literal]`. */
export function expressionIn(text: string): string | null {
  return text.startsWith("[") && !text.startsWith("[[") && text.endsWith("]") ? text.slice(1, -1) : null;
}

/** A text that is no expression: two brackets at its start stand for one. */
export function literalOf(text: string): string {
  return text.startsWith("[[") ? text.slice(1) : text;
}

/** Null where the text follows no grammar of Azure's, or nests beyond any use. */
export function parseExpression(source: string): Expression | null {
  if (source.length > maxLength) return null;
  const parser = new Parser(source);
  const expression = parser.expression(0);
  return expression !== null && parser.isAtEnd() ? expression : null;
}

const space = /\s*/y;
const name = /[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*(?=\s*\())?/iy;
const member = /\s*\??\.\??\s*([a-z_$][a-z0-9_$-]*)/iy;
const number = /[-+]?\d+(?:\.\d+)?/y;
const quoted = /'((?:[^']|'')*)'/y;

class Parser {
  #at = 0;

  constructor(private readonly source: string) {}

  isAtEnd(): boolean {
    this.#take(space);
    return this.#at === this.source.length;
  }

  expression(depth: number): Expression | null {
    if (depth > maxDepth) return null;
    let found = this.#primary(depth);
    while (found !== null) {
      const key = this.#take(member)?.[1];
      if (key !== undefined) found = { kind: "member", of: found, key: { kind: "value", value: key } };
      else if (this.#sign("[?") || this.#sign("[")) {
        const index = this.expression(depth + 1);
        if (index === null || !this.#sign("]")) return null;
        found = { kind: "member", of: found, key: index };
      } else return found;
    }
    return null;
  }

  #primary(depth: number): Expression | null {
    this.#take(space);
    const text = this.#take(quoted)?.[1];
    if (text !== undefined) return { kind: "value", value: text.replaceAll("''", "'") };
    const digits = this.#take(number)?.[0];
    if (digits !== undefined) return { kind: "value", value: Number(digits) };
    const called = this.#take(name)?.[0];
    if (called === undefined || !this.#sign("(")) return null;
    const args = this.#args(depth + 1);
    return args === null ? null : { kind: "call", name: called, args };
  }

  #args(depth: number): Expression[] | null {
    const args: Expression[] = [];
    if (this.#sign(")")) return args;
    for (;;) {
      const arg = this.expression(depth);
      if (arg === null) return null;
      args.push(arg);
      if (this.#sign(")")) return args;
      if (!this.#sign(",")) return null;
    }
  }

  #sign(sign: string): boolean {
    this.#take(space);
    if (!this.source.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }
}
