import { describe, expect, it } from "vitest";
import { expiryWords, hiddenWords } from "./share-words";

const now = Date.parse("2026-11-24T12:00:00Z");
const inMs = (ms: number) => ({ expiresAt: new Date(now + ms).toISOString() });
const hourMs = 3_600_000;

describe("expiryWords", () => {
  it.each([
    [7 * 24 * hourMs - 2000, "Expires in 7 days"],
    [24 * hourMs - 2000, "Expires in 1 day"],
    [30 * hourMs, "Expires in 1 day"],
    [5 * hourMs, "Expires in 5 hours"],
    [90_000, "Expires in 2 minutes"],
    [20_000, "Expires in less than a minute"],
  ])("%s ms: %s", (ms, words) => {
    expect(expiryWords(inMs(ms), now)).toBe(words);
  });

  it("tells what is over, and what is for good", () => {
    expect(expiryWords(inMs(-1), now)).toMatch(/^Expired on Nov 24, 2026/);
    expect(expiryWords({ expiresAt: null }, now)).toBe("Does not expire");
  });
});

describe("hiddenWords", () => {
  it("lists what is hidden as a sentence does", () => {
    const none = { names: false, ids: false, addresses: false, tags: false, costs: false };
    expect(hiddenWords(none)).toBe("Nothing is hidden");
    expect(hiddenWords({ ...none, costs: true })).toBe("Costs hidden");
    expect(hiddenWords({ names: false, ids: true, addresses: true, tags: true, costs: true })).toBe("Ids, IP addresses and ARNs, tags, and costs hidden");
  });
});
