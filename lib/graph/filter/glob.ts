const question = 63;

/**
 * Compares with a pattern, without case: `*` is any text, `?` one character (a UTF-16 unit). A loop instead of a regular
 * expression: each part between stars is looked for once, from left to right, so that many stars take no longer than one.
 */
export function glob(pattern: string): (text: string) => boolean {
  const wanted = pattern.toLowerCase();
  if (!/[*?]/.test(wanted)) return (text) => text.toLowerCase() === wanted;
  const [first = "", ...rest] = wanted.split("*");
  const last = rest.pop();
  const between = rest.filter((part) => part !== "");
  return (given) => {
    const text = given.toLowerCase();
    if (!fits(first, text, 0)) return false;
    if (last === undefined) return text.length === first.length;
    let at = first.length;
    for (const part of between) {
      const found = find(part, text, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && fits(last, text, text.length - last.length);
  };
}

function find(part: string, text: string, from: number): number {
  if (!part.includes("?")) return text.indexOf(part, from);
  for (let at = from; at + part.length <= text.length; at++) if (fits(part, text, at)) return at;
  return -1;
}

function fits(part: string, text: string, at: number): boolean {
  if (at + part.length > text.length) return false;
  for (let index = 0; index < part.length; index++) {
    const wanted = part.charCodeAt(index);
    if (wanted !== question && wanted !== text.charCodeAt(at + index)) return false;
  }
  return true;
}
