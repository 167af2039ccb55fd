/**
 * PostgreSQL refuses NUL and half a surrogate pair in text and JSON. JSON.stringify writes both as escapes, and nothing
 * else as `\u0000` or `\ud…`, so they are found in the JSON text. The first alternative keeps an escaped backslash from
 * being read as the start of an escape.
 */
const unstorable = /\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g;

/** Puts U+FFFD in the place of what cannot be stored, in text made by JSON.stringify. */
export function storableJson(json: string): string {
  if (!json.includes("\\u0000") && !json.includes("\\ud")) return json;
  return json.replace(unstorable, (found) => (found === "\\\\" ? found : "\uFFFD"));
}

/** The value itself when it can be stored, else a copy with U+FFFD for what cannot. Plain JSON values only. */
export function storable<T>(value: T): T {
  if (value === undefined) return value;
  const json = JSON.stringify(value);
  const clean = storableJson(json);
  // The shape stays: only characters inside strings and keys differ.
  return clean === json ? value : (JSON.parse(clean) as T);
}
