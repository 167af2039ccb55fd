type Expected = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end" | "nothing";

const space = /[ \t\n\r]*/y;
const scalar = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The offset at which text stops being JSON; its length when it ends too early. JSON.parse tells the place only for some
 * mistakes, and quotes the file for the others. Only asked after JSON.parse has failed. No recursion.
 */
export function jsonMistakeAt(text: string): number {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    at = endOf(space, text, at) ?? at;
    const sign = text.charAt(at);
    if (sign === "" || expected === "nothing") return at;
    const inside = open.at(-1);
    if (sign === "{" || sign === "[") {
      if (expected !== "value" && expected !== "value or end") return at;
      open.push(sign);
      expected = sign === "{" ? "key or end" : "value or end";
    } else if (sign === "}" || sign === "]") {
      const closes = expected === "comma or end" || expected === (sign === "}" ? "key or end" : "value or end");
      if (!closes || inside !== (sign === "}" ? "{" : "[")) return at;
      open.pop();
      expected = open.length === 0 ? "nothing" : "comma or end";
    } else if (sign === ",") {
      if (expected !== "comma or end" || inside === undefined) return at;
      expected = inside === "{" ? "key" : "value";
    } else if (sign === ":") {
      if (expected !== "colon") return at;
      expected = "value";
    } else {
      const end: number | null = endOf(scalar, text, at);
      const isKey: boolean = expected === "key" || expected === "key or end";
      if (end === null && sign === '"' && isUnfinished(text, at)) return text.length;
      if (end === null || expected === "colon" || expected === "comma or end" || (isKey && sign !== '"')) return at;
      at = end;
      expected = isKey ? "colon" : inside === undefined ? "nothing" : "comma or end";
      continue;
    }
    at++;
  }
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** A string that runs to the end of the file without a line break: the file was cut off inside it. */
function isUnfinished(text: string, at: number): boolean {
  return !/["\n]/.test(text.slice(at + 1));
}
