import { isComparable, isMoment, filterKeys } from "./fields";
import { deepestFilter, everything, filterOperators, longestFilter, type Filter, type FilterKey, type FilterOperator } from "./filter";
import { readKey } from "./filter-key";
import { invalidFilter, positionOf } from "./invalid-filter";
import { lex, type Piece, type Span, type Token } from "./lex";
import { nearestKey } from "./nearest-key";
import { readNumber, readTime } from "./operand";

type TermToken = Extract<Token, { kind: "term" }>;

/**
 * Reads `type:AWS::EC2::* AND (region:us-* OR tag.env=prod) AND NOT state:stopped web`. Terms beside each other must all hold,
 * as with AND; OR binds weaker; NOT, or `-` before a term with a key, turns what follows around. `key:glob` compares without
 * case (`*` = any text, `?` = one character), `key=text` exactly, `key!=text` is its opposite; `>`, `>=`, `<`, `<=` compare
 * dates and numbers; `has:key` holds where there is a value; a bare word is looked for in name, id and type. A value runs to
 * the next space, or to a parenthesis that closes a group; with spaces it stands in double quotes.
 * Throws `invalid-filter` whose first detail has the offsets of what cannot be read.
 */
export function parseFilter(text: string): Filter {
  if (text.length > longestFilter) {
    throw invalidFilter({ at: longestFilter, end: text.length }, `The filter is ${text.length} characters long; at most ${longestFilter} are read. Shorten it, for example with * in its values.`, "too long");
  }
  const tokens = lex(text);
  if (tokens.length === 0) return everything;
  const reader = new Reader(tokens);
  const filter = reader.either(0);
  const left = reader.next();
  if (left !== undefined) throw closesNothing(left);
  return filter;
}

/** Joins filters into one; those of the same kind become one level. */
export function joined(kind: "and" | "or", parts: readonly Filter[]): Filter {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return flat.length === 1 ? (flat[0] ?? everything) : { kind, parts: flat };
}

/** Recursive descent over the tokens: one method for each level of binding. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  peek(): Token | undefined {
    return this.tokens[this.at];
  }

  next(): Token | undefined {
    return this.tokens[this.at++];
  }

  either(depth: number): Filter {
    const parts = [this.all(depth)];
    while (this.peek()?.kind === "or") parts.push(this.all(depth, this.next()));
    return joined("or", parts);
  }

  private all(depth: number, before?: Token): Filter {
    const parts = [this.one(depth, before)];
    for (;;) {
      const token = this.peek();
      if (token === undefined || token.kind === "or" || token.kind === "close") return joined("and", parts);
      parts.push(token.kind === "and" ? this.one(depth, this.next()) : this.one(depth));
    }
  }

  /** `before` is the word that wants a term behind it. */
  private one(depth: number, before?: Token): Filter {
    const token = this.peek();
    if (token === undefined || token.kind === "and" || token.kind === "or" || token.kind === "close") throw missingTerm(before, token);
    this.at++;
    switch (token.kind) {
      case "text":
        return { kind: "text", text: readable(token.value, token) };
      case "term":
        return term(token);
      case "not":
      case "minus":
        return { kind: "not", part: this.one(deeper(depth, token), token) };
      case "open":
        return this.group(deeper(depth, token), token);
    }
  }

  private group(depth: number, open: Span): Filter {
    const first = this.peek();
    if (first?.kind === "close") throw invalidFilter({ at: open.at, end: first.end }, `The parentheses ${positionOf(open)} are empty. Write a term between them, or remove them.`, "empty parentheses");
    const inside = first === undefined ? undefined : this.either(depth);
    if (inside === undefined || this.next() === undefined) throw invalidFilter(open, `The parenthesis ${positionOf(open)} is not closed. Write ")" behind its last term.`, "parenthesis that is not closed");
    return inside;
  }
}

function deeper(depth: number, token: Span): number {
  if (depth >= deepestFilter) throw invalidFilter(token, `More than ${deepestFilter} parentheses and NOTs stand inside each other ${positionOf(token)}. Write the filter flatter.`, "too deep");
  return depth + 1;
}

/** `found` is undefined only behind such a word: elsewhere a first term is asked for where there is a token. */
function missingTerm(before: Token | undefined, found: Token | undefined): Error {
  if (before !== undefined) {
    const word = before.kind === "minus" ? "-" : before.kind.toUpperCase();
    return invalidFilter(before, `${JSON.stringify(word)} ${positionOf(before)} needs a term behind it. To look for the word itself, put it in double quotes.`, `nothing behind ${JSON.stringify(word)}`);
  }
  if (found === undefined) return new RangeError("a term was asked for where the filter ends");
  if (found.kind === "close") return closesNothing(found);
  const word = found.kind.toUpperCase();
  return invalidFilter(found, `"${word}" ${positionOf(found)} needs a term before it. To look for the word itself, put it in double quotes.`, `nothing before "${word}"`);
}

function closesNothing(token: Span): Error {
  return invalidFilter(token, `The parenthesis ${positionOf(token)} closes nothing. Remove it, or put the text that holds it in double quotes.`, "parenthesis that closes nothing");
}

function term(token: TermToken): Filter {
  const operator = filterOperators.find((candidate) => candidate === token.operator.text) ?? ":";
  if (token.key.text.toLowerCase() === "has") return presence(token, operator);
  const key = readKey(token.key.text);
  if (key === null) throw unknownKey(token.key.text, token.key);
  const value = readable(token.value, token);
  if (value === "" && !token.value.isQuoted) throw missingValue(token);
  checkOperand(key, operator, value, token);
  return { kind: "term", key, operator, value };
}

function presence(token: TermToken, operator: FilterOperator): Filter {
  if (operator !== ":" && operator !== "=") throw invalidFilter(token.operator, `Write has:key ${positionOf(token)}, and NOT has:key for what has no value.`, `"has" with ${operator}`);
  const written = readable(token.value, token);
  if (written === "") throw invalidFilter(token, `"has:" ${positionOf(token)} needs the key that should have a value, such as has:zone or has:tag.env.`, "missing key");
  const key = readKey(written);
  if (key === null) throw unknownKey(written, token.value);
  return { kind: "has", key };
}

function readable(piece: Piece, token: Span): string {
  if (piece.problem === "open-quote") throw invalidFilter(piece, `The double quote ${positionOf(piece)} is not closed. Write " at the end of the text.`, "double quote that is not closed");
  if (piece.problem === "stray-quote") {
    throw invalidFilter(token, `A double quote stands inside a word ${positionOf(token)}. Put the whole value in double quotes, with \\" for each one inside.`, "double quote inside a word");
  }
  return piece.text;
}

function missingValue({ at, value, key, operator }: TermToken): Error {
  const written = `${key.text}${operator.text}`;
  return invalidFilter({ at, end: value.end }, `"${written}" ${positionOf({ at, end: value.end })} needs a value right behind it, without a space. Write ${key.text}:* for any value and NOT has:${key.text} for none.`, "missing value");
}

function unknownKey(key: string, span: Span): Error {
  const nearest = nearestKey(key);
  const tag = /^[A-Za-z]+$/.test(key) ? ` A tag is written tag.${key}.` : "";
  const advice = nearest === null ? `It knows ${filterKeys.join(", ")}.${tag} A text that holds : = < or > stands in double quotes.` : `Did you mean ${nearest}?`;
  return invalidFilter(span, `The filter does not know the key ${JSON.stringify(key)} ${positionOf(span)}. ${advice}`, `unknown key ${JSON.stringify(key)}`);
}

function checkOperand(key: FilterKey, operator: FilterOperator, value: string, token: TermToken): void {
  const isComparison = operator !== ":" && operator !== "=" && operator !== "!=";
  if (isComparison && !isComparable(key)) {
    throw invalidFilter(token.operator, `"${token.key.text}" ${positionOf(token)} cannot be compared with ${operator}: dates (createdAt, firstSeen, lastSeen), tags and properties can. Use ${token.key.text}:, = or !=.`, `"${token.key.text}" with ${operator}`);
  }
  if (!isComparison && !(isMoment(key) && !(operator === ":" && /[*?]/.test(value)))) return;
  const time = readTime(value);
  if (!isMoment(key) && (time !== null || readNumber(value) !== null)) return;
  if (time === null) {
    const number = isMoment(key) ? "" : "a number, or ";
    throw invalidFilter(token.value, `${JSON.stringify(value)} ${positionOf(token.value)} cannot be compared. Write ${number}a date such as 2026-01-31, 2026-01 or 2026-01-31T12:00Z, or -7d for seven days ago (h, d, w).`, "no date");
  }
  if (time.kind === "ago" && !isComparison) {
    throw invalidFilter(token.operator, `${value} ${positionOf(token.value)} is a moment, which nothing meets exactly. Use ${token.key.text}>${value} for since then, ${token.key.text}<${value} for before.`, `moment with ${operator}`);
  }
}
