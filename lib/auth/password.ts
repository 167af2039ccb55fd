import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

interface Parameters {
  /** Work and memory: 32 MB and about 0.1 s at N = 2^15, r = 8. */
  N: number;
  r: number;
  p: number;
}

const usual: Parameters = { N: 2 ** 15, r: 8, p: 1 };
const saltBytes = 16;
const hashBytes = 32;

/** `scrypt$N$r$p$salt$hash`: with its parameters, so that they may grow later and old passwords still open. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(password, salt, hashBytes, usual);
  return ["scrypt", usual.N, usual.r, usual.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, n, r, p, salt, hash] = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]+)\$([\w-]+)$/.exec(stored) ?? [];
  if (n === undefined || r === undefined || p === undefined || salt === undefined || hash === undefined) throw new Error("A stored password is no hash of ours.");
  const expected = Buffer.from(hash, "base64url");
  const given = await derive(password, Buffer.from(salt, "base64url"), expected.length, { N: Number(n), r: Number(r), p: Number(p) });
  return timingSafeEqual(given, expected);
}

/** The same text can be typed in several Unicode spellings. */
function derive(password: string, salt: Buffer, length: number, { N, r, p }: Parameters): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // 128 · N · r bytes are needed; Node refuses more than 32 MB unless told.
    scrypt(password.normalize("NFKC"), salt, length, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
