import { expect, test } from "vitest";
import { limitAttempts } from "./attempt-limit";

const wrong = () => Promise.resolve(false);
const right = () => Promise.resolve(true);

test("after five wrong ones an address waits, also with the right one; other addresses and links do not", async () => {
  for (let attempt = 0; attempt < 5; attempt++) expect(await limitAttempts("one", "10.0.0.1", wrong)).toBe(false);
  const refused = limitAttempts("one", "10.0.0.1", right);
  await expect(refused).rejects.toMatchObject({ code: "too-many-requests", message: "Too many wrong passwords. Try again in 15 minutes." });
  await expect(refused).rejects.toHaveProperty("retryAfterS", 900);
  expect(await limitAttempts("one", "10.0.0.2", right)).toBe(true);
  expect(await limitAttempts("two", "10.0.0.1", right)).toBe(true);
});

test("many at once are no way around", async () => {
  let tried = 0;
  const attempts = Array.from({ length: 20 }, () => limitAttempts("at once", "10.0.0.1", () => Promise.resolve(++tried < 0)));
  const ended = await Promise.allSettled(attempts);
  expect([tried, ended.filter(({ status }) => status === "rejected").length]).toEqual([5, 15]);
});

test("changed addresses are no way around: a link takes fifty", async () => {
  for (let attempt = 0; attempt < 50; attempt++) expect(await limitAttempts("guessed", `10.0.1.${attempt}`, wrong)).toBe(false);
  await expect(limitAttempts("guessed", "10.0.2.1", right)).rejects.toMatchObject({ code: "too-many-requests" });
});

test("right ones count nothing", async () => {
  for (let attempt = 0; attempt < 60; attempt++) expect(await limitAttempts("busy", "10.0.0.1", right)).toBe(true);
  for (let attempt = 0; attempt < 5; attempt++) expect(await limitAttempts("busy", "10.0.0.1", wrong)).toBe(false);
});
