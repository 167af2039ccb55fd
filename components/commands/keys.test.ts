import { expect, test } from "vitest";
import { isSingleKey, keysText, matchesPress, parseKeys, spellKeys, type PressedKey } from "./keys";

function pressed(key: string, code = "", held: readonly ("ctrl" | "meta" | "shift" | "alt" | "altGraph")[] = []): PressedKey {
  return {
    key,
    code,
    ctrlKey: held.includes("ctrl"),
    metaKey: held.includes("meta"),
    shiftKey: held.includes("shift"),
    altKey: held.includes("alt"),
    getModifierState: (name) => name === "AltGraph" && held.includes("altGraph"),
  };
}

function matches(keys: string, event: PressedKey, isMac = false): boolean {
  const [press] = parseKeys(keys);
  if (press === undefined) throw new Error(`no press in ${keys}`);
  return matchesPress(press, event, isMac);
}

test.each([
  ["mod+z", pressed("z", "KeyZ", ["ctrl"]), false],
  ["mod+z", pressed("z", "KeyZ", ["meta"]), true],
  ["mod+shift+z", pressed("Z", "KeyZ", ["ctrl", "shift"]), false],
  ["n", pressed("n", "KeyN"), false],
  ["n", pressed("N", "KeyN"), false], // caps lock
  ["n", pressed("т", "KeyN"), false], // Cyrillic
  ["alt+shift+d", pressed("Î", "KeyD", ["alt", "shift"]), true], // Option writes another letter
  ["shift+1", pressed("!", "Digit1", ["shift"]), false],
  ["shift+2", pressed('"', "Digit2", ["shift"]), false], // German
  ["?", pressed("?", "Slash", ["shift"]), false],
  ["?", pressed("?", "Minus", ["shift"]), false], // German
  ["[", pressed("[", "BracketLeft"), false],
  ["[", pressed("[", "Digit8", ["ctrl", "alt", "altGraph"]), false], // German, Windows
  ["[", pressed("[", "Digit5", ["alt"]), true], // German, Mac
  ["+", pressed("+", "Equal", ["shift"]), false],
  ["shift+Enter", pressed("Enter", "Enter", ["shift"]), false],
  ["alt+ArrowLeft", pressed("ArrowLeft", "ArrowLeft", ["alt"]), false],
] as const)("%s is pressed by %j", (keys, event, isMac) => {
  expect(matches(keys, event, isMac)).toBe(true);
});

test.each([
  ["mod+z", pressed("Z", "KeyZ", ["ctrl", "shift"]), false],
  ["mod+z", pressed("z", "KeyZ", ["ctrl"]), true], // Ctrl is not ⌘
  ["mod+z", pressed("y", "KeyZ", ["ctrl"]), false], // German: what is written counts
  ["n", pressed("n", "KeyN", ["ctrl"]), false],
  ["n", pressed("n", "KeyN", ["alt"]), false],
  ["n", pressed("N", "KeyN", ["shift"]), false],
  ["mod+k", pressed("v", "KeyK", ["ctrl"]), false], // Dvorak
  ["Enter", pressed("Enter", "Enter", ["shift"]), false],
  ["[", pressed("{", "BracketLeft", ["shift"]), false],
  ["mod+.", pressed(".", "Period"), false],
] as const)("%s is not pressed by %j", (keys, event, isMac) => {
  expect(matches(keys, event, isMac)).toBe(false);
});

test("keys are spelt as the keyboard has them", () => {
  expect(spellKeys("mod+shift+z", true)).toEqual([["⇧⌘Z"]]);
  expect(spellKeys("mod+shift+z", false)).toEqual([["Ctrl", "Shift", "Z"]]);
  expect(keysText("g d", false)).toBe("G then D");
  expect(keysText("alt+ArrowLeft", false)).toBe("Alt+←");
  expect(keysText("+", false)).toBe("+");
});

test("characters alone are single keys, whatever is pressed before or after", () => {
  expect(["n", "?", "shift+1", "g d", "+"].map(isSingleKey)).toEqual([true, true, true, true, true]);
  expect(["mod+k", "alt+shift+d", "Enter", "Delete", "F2", "shift+Enter"].map(isSingleKey)).toEqual([false, false, false, false, false, false]);
});
