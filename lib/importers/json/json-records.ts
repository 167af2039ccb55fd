import { endOfValue, jsonParts, mistakeAt, readJson, skipSpace } from "./json-parts";

/**
 * The records of an export in any of the shapes in which tools write them, one by one: an array, an object that holds them
 * under one of `keys` (`{"data": […], "count": 2}`), a record a line (with `#` and `//` lines between), or one alone. What is
 * under a key and no array is given as it is. Throws `JsonMistake`.
 */
export function* jsonRecords(bytes: Uint8Array, keys: readonly string[]): Generator<unknown> {
  const start = skipComments(bytes, 0);
  const end = endOfValue(bytes, start);
  let next = skipComments(bytes, end);
  if (isArray(bytes, start)) {
    if (next < bytes.length) throw mistakeAt(bytes, next);
    for (const part of jsonParts(bytes, start)) yield readJson(bytes, part);
  } else if (next >= bytes.length) {
    yield* recordsOf(bytes, start, end, keys);
  } else {
    yield readJson(bytes, { start, end });
    while (next < bytes.length) {
      const lineEnd = endOfValue(bytes, next);
      yield readJson(bytes, { start: next, end: lineEnd });
      next = skipComments(bytes, lineEnd);
    }
  }
}

function* recordsOf(bytes: Uint8Array, start: number, end: number, keys: readonly string[]): Generator<unknown> {
  const holder = bytes[start] === 0x7b ? [...jsonParts(bytes, start)].find(({ key }) => key !== null && keys.includes(key)) : undefined;
  if (holder === undefined) yield readJson(bytes, { start, end });
  else if (isArray(bytes, holder.start)) for (const part of jsonParts(bytes, holder.start)) yield readJson(bytes, part);
  else yield readJson(bytes, holder);
}

function isArray(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x5b;
}

/** Lines that begin with `#` or `//`, as people add them to exports by hand. */
function skipComments(bytes: Uint8Array, from: number): number {
  let at = skipSpace(bytes, from);
  while (bytes[at] === 0x23 || (bytes[at] === 0x2f && bytes[at + 1] === 0x2f)) {
    const lineEnd = bytes.indexOf(0x0a, at);
    at = lineEnd === -1 ? bytes.length : skipSpace(bytes, lineEnd);
  }
  return at;
}
