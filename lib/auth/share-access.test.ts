import { expect, test } from "vitest";
import { isShareAccess, makeShareAccess, shareCookieName } from "./share-access";
import { hashShareToken, isSameHash, makeShareToken } from "./share-token";

const share = { id: "shr_1", tokenHash: hashShareToken("token"), passwordHash: "scrypt$hash" };

test("a token has 256 random bits and comes once; its hash is found by it alone", () => {
  const tokens = Array.from({ length: 100 }, makeShareToken);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  expect(new Set(tokens).size).toBe(100);
  expect(hashShareToken("token")).toBe("3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0");
  expect(isSameHash(share.tokenHash, hashShareToken("token"))).toBe(true);
  expect(isSameHash(share.tokenHash, hashShareToken("Token"))).toBe(false);
  expect(isSameHash(share.tokenHash, "")).toBe(false);
});

test("access ends with the password, the token, and is of one link", () => {
  const access = makeShareAccess(share);
  expect(isShareAccess(access, share)).toBe(true);
  for (const given of [null, "", "ä", access.slice(1), `${access}x`]) expect(isShareAccess(given, share)).toBe(false);
  for (const changed of [{ id: "shr_2" }, { tokenHash: hashShareToken("other") }, { passwordHash: "scrypt$other" }]) expect(isShareAccess(access, { ...share, ...changed })).toBe(false);
  expect(shareCookieName(share.tokenHash)).not.toContain("token");
});
