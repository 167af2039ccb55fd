import { JsonMistake } from "./json-mistake";

/** A value in a JSON text by where it lies; `key` is its name in an object, null in an array. */
export interface JsonPart {
  key: string | null;
  /** Offsets in bytes, the end exclusive. */
  start: number;
  end: number;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * The members of the object, or the elements of the array, that begins at `start` in UTF-8 text, one by one: a file of 100 MB
 * is never held as values at once. Only where parts begin and end is looked at: what is wrong inside one is found when it is
 * read. Throws `JsonMistake` where the text around them is wrong or ends too early. O(bytes).
 */
export function* jsonParts(bytes: Uint8Array, start = 0): Generator<JsonPart> {
  const open = skipSpace(bytes, start);
  const isObject = bytes[open] === openBrace;
  if (!isObject && bytes[open] !== openBracket) throw mistakeAt(bytes, open);
  const close = isObject ? closeBrace : closeBracket;
  let at = skipSpace(bytes, open + 1);
  if (bytes[at] === close) return;
  for (;;) {
    let key: string | null = null;
    if (isObject) {
      const end = endOfString(bytes, at);
      key = readJson(bytes, { start: at, end }) as string;
      at = skipSpace(bytes, end);
      if (bytes[at] !== colon) throw mistakeAt(bytes, at);
      at = skipSpace(bytes, at + 1);
    }
    const end = endOfValue(bytes, at);
    yield { key, start: at, end };
    at = skipSpace(bytes, end);
    if (bytes[at] === close) return;
    if (bytes[at] !== comma) throw mistakeAt(bytes, at);
    at = skipSpace(bytes, at + 1);
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The value of a part. Throws `JsonMistake`, which tells the place and nothing of the content. */
export function readJson(bytes: Uint8Array, { start, end }: Pick<JsonPart, "start" | "end">): unknown {
  try {
    return JSON.parse(decoder.decode(bytes.subarray(start, end)));
  } catch {
    throw new JsonMistake(start, false);
  }
}

/** Where the first byte lies that is no space. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}

/** Where the value ends that begins at `start`, exclusive. */
export function endOfValue(bytes: Uint8Array, start: number): number {
  const first = bytes[start];
  if (first === quote) return endOfString(bytes, start);
  if (first === openBrace || first === openBracket) return endOfNested(bytes, start);
  let at = start;
  while (at < bytes.length && !endsScalar(bytes[at])) at++;
  if (at === start || at === bytes.length) throw mistakeAt(bytes, at);
  return at;
}

function endsScalar(byte: number | undefined): boolean {
  return byte === comma || byte === closeBrace || byte === closeBracket || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** No recursion: a file may nest as deeply as it likes. */
function endOfNested(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) at = endOfString(bytes, at) - 1;
    else if (byte === openBrace || byte === openBracket) depth++;
    else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) return at + 1;
  }
  throw new JsonMistake(bytes.length, true);
}

function endOfString(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== quote) throw mistakeAt(bytes, start);
  for (let at = bytes.indexOf(quote, start + 1); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    let escapes = 0;
    while (bytes[at - 1 - escapes] === backslash) escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  throw new JsonMistake(bytes.length, true);
}

/** The text is wrong at `offset`, or ends there too early. */
export function mistakeAt(bytes: Uint8Array, offset: number): JsonMistake {
  return new JsonMistake(offset, offset >= bytes.length);
}
