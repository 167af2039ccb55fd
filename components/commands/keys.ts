/** One press: a key with the modifiers that go with it. */
export interface KeyPress {
  /** As `KeyboardEvent.key` has it; letters in lower case. */
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

/** What of a keyboard event matters here. */
export type PressedKey = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "getModifierState">;

/** `mod+shift+z` is one press, `g d` are two. The plus key alone is `+`. */
export function parseKeys(keys: string): readonly KeyPress[] {
  return keys.split(" ").map((press) => {
    const parts = press === "+" ? ["+"] : press.split("+");
    const key = parts.at(-1) ?? "";
    return { key, mod: parts.includes("mod"), shift: parts.includes("shift"), alt: parts.includes("alt") };
  });
}

export function matchesPress(press: KeyPress, event: PressedKey, isMac: boolean): boolean {
  // AltGr writes characters, such as [ on a German keyboard; Windows tells it as Ctrl+Alt.
  const writes = event.getModifierState("AltGraph");
  const mod = !writes && (isMac ? event.metaKey : event.ctrlKey);
  const other = !writes && (isMac ? event.ctrlKey : event.metaKey);
  const alt = !writes && event.altKey;
  if (mod !== press.mod || other) return false;
  // Where ? or [ are on a keyboard, and with which modifiers, is the layout's matter.
  if (isPunctuation(press.key)) return event.key === press.key && (alt === press.alt || isMac);
  return event.shiftKey === press.shift && alt === press.alt && isKey(press.key, event);
}

function isKey(key: string, event: PressedKey): boolean {
  const pressed = event.key.toLowerCase();
  if (pressed === key.toLowerCase()) return true;
  // Shift+1 is written in another way on every layout, and is the same key.
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}`;
  // Greek, Cyrillic and Option on a Mac write no Latin letter: then the place on the keyboard counts.
  return /^[a-z]$/.test(key) && !/^[a-z]$/.test(pressed) && event.code === `Key${key.toUpperCase()}`;
}

function isPunctuation(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/.test(key);
}

/** Whether it is made of characters alone, which speech input and shaky hands press by mistake (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
  const [first] = parseKeys(keys);
  return first !== undefined && first.key.length === 1 && !first.mod && !first.alt;
}

const names: Record<string, string> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Delete: "Del",
};

/** The presses as this computer's keyboard has them: `[["⇧⌘Z"]]` or `[["Ctrl", "Shift", "Z"]]`; two presses are two entries. */
export function spellKeys(keys: string, isMac: boolean): readonly (readonly string[])[] {
  return parseKeys(keys).map(({ key, mod, shift, alt }) => {
    const name = names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
    if (isMac) return [`${alt ? "⌥" : ""}${shift ? "⇧" : ""}${mod ? "⌘" : ""}${name}`];
    return [...(mod ? ["Ctrl"] : []), ...(alt ? ["Alt"] : []), ...(shift ? ["Shift"] : []), name];
  });
}

/** In one line: "Ctrl+Shift+Z", "G then D". */
export function keysText(keys: string, isMac: boolean): string {
  return spellKeys(keys, isMac).map((press) => press.join("+")).join(" then ");
}
