import { expect, test } from "vitest";
import { hashPassword, isPassword } from "./password";

test("a password is known again, another is not, and its hash tells neither it nor who has the same", async () => {
  const [one, other] = await Promise.all([hashPassword("correct horse ä"), hashPassword("correct horse ä")]);
  expect(one).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(other);
  expect(await isPassword("correct horse ä", one)).toBe(true);
  // The same letter in two code points.
  expect(await isPassword("correct horse a\u0308", one)).toBe(true);
  for (const wrong of ["correct horse a", "", "correct horse ä "]) expect(await isPassword(wrong, one)).toBe(false);
});

test("an old hash opens by the parameters that it was made with", async () => {
  // scrypt("pleaseletmein", "SodiumChloride", N=16384, r=8, p=1) of RFC 7914, its first 32 bytes.
  const hash = Buffer.from("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2", "hex").toString("base64url");
  expect(await isPassword("pleaseletmein", `scrypt$16384$8$1$${Buffer.from("SodiumChloride").toString("base64url")}$${hash}`)).toBe(true);
});

test("what is no hash of ours is no password", async () => {
  await expect(isPassword("x", "plain")).rejects.toThrow("no hash");
});
