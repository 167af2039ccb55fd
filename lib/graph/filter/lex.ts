/** A stretch of the filter's text: `at` up to, not including, `end`, in UTF-16 units from 0. */
export interface Span {
  at: number;
  end: number;
}

/** A value, free text or key as it is meant: without quotes and escapes. */
export interface Piece extends Span {
  text: string;
  isQuoted: boolean;
  /** Why it cannot be read: a double quote that is not closed, or one inside a word. */
  problem: "open-quote" | "stray-quote" | null;
}

export type Token =
  | (Span & { kind: "open" | "close" | "and" | "or" | "not" | "minus" })
  | (Span & { kind: "text"; value: Piece })
  | (Span & { kind: "term"; key: Span & { text: string }; operator: Span & { text: string }; value: Piece });

const keyText = /[A-Za-z]+(?:\.(?:"(?:[^"\\]|\\.)*"|[^\s:=<>!"()])+)?/y;
const keyAndOperator = new RegExp(`(${keyText.source})(!=|>=|<=|[:=<>])`, "y");
const connective = /(AND|OR|NOT)(?=[\s()"]|$)/y;
const connectives = { AND: "and", OR: "or", NOT: "not" } as const;

/**
 * Cuts a filter into tokens. It takes any text: what cannot be read is told by the pieces and by the parser, so that an input
 * can colour what is still being typed. Linear in the length of the text, but for keys, which are looked for at each word.
 */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    if (at >= text.length) return tokens;
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
}

function tokenAt(text: string, at: number): Token {
  if (text.startsWith("(", at)) return { kind: "open", at, end: at + 1 };
  if (text.startsWith(")", at)) return { kind: "close", at, end: at + 1 };
  const word = matchAt(connective, text, at)?.[1];
  if (word === "AND" || word === "OR" || word === "NOT") return { kind: connectives[word], at, end: at + word.length };
  if (text.startsWith("-", at) && (/["(]/.test(text.charAt(at + 1)) || keyAt(text, at + 1) !== null)) return { kind: "minus", at, end: at + 1 };
  const found = keyAt(text, at);
  if (found === null) {
    const value = pieceAt(text, at);
    return { kind: "text", at, end: value.end, value };
  }
  const [key, operator] = found;
  const keyEnd = at + key.length;
  const valueAt = keyEnd + operator.length;
  const value = key.toLowerCase() === "has" ? keyPieceAt(text, valueAt) : pieceAt(text, valueAt);
  return { kind: "term", at, end: value.end, key: { at, end: keyEnd, text: key }, operator: { at: keyEnd, end: valueAt, text: operator }, value };
}

/** An ARN is no key with a value: people paste them as they are. */
function keyAt(text: string, at: number): [key: string, operator: string] | null {
  const [, key = "", operator = ""] = matchAt(keyAndOperator, text, at) ?? [];
  return key === "" || (key === "arn" && operator === ":") ? null : [key, operator];
}

/** What `has:` asks for may hold a quoted part: `has:tag."odd key"`. */
function keyPieceAt(text: string, at: number): Piece {
  const [key] = matchAt(keyText, text, at) ?? [];
  const end = at + (key?.length ?? 0);
  return key !== undefined && /^[\s)]?$/.test(text.charAt(end)) ? { at, end, text: key, isQuoted: false, problem: null } : pieceAt(text, at);
}

function pieceAt(text: string, at: number): Piece {
  if (!text.startsWith('"', at)) return { ...bareEnd(text, at), isQuoted: false };
  const [quoted] = matchAt(/"(?:[^"\\]|\\[\s\S])*"/y, text, at) ?? [];
  if (quoted === undefined) return { at, end: text.length, text: unescape(text.slice(at + 1)), isQuoted: true, problem: "open-quote" };
  const end = at + quoted.length;
  const inside = unescape(quoted.slice(1, -1));
  if (/^[\s)]?$/.test(text.charAt(end))) return { at, end, text: inside, isQuoted: true, problem: null };
  return { at, end: bareEnd(text, end).end, text: inside, isQuoted: true, problem: "stray-quote" };
}

/** Runs to the next space, or to a closing parenthesis that was not opened on the way. */
function bareEnd(text: string, at: number): Omit<Piece, "isQuoted"> {
  let depth = 0;
  let end = at;
  for (; end < text.length; end++) {
    const character = text.charAt(end);
    if (/\s/.test(character)) break;
    if (character === "(") depth++;
    if (character === ")" && --depth < 0) break;
  }
  const run = text.slice(at, end);
  return { at, end, text: run, problem: run.includes('"') ? "stray-quote" : null };
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, "$1");
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
