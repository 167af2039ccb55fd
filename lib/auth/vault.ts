import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "../config/env";
import { CloudVizError } from "../core/error";

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const version = "v1.";

/** Seals credentials so that the database never holds them in the clear. */
export interface Vault {
  /** `v1.` and base64url of nonce, tag and AES-256-GCM cipher text; only opens again under the same id. */
  seal(id: string, plain: string): Promise<string>;
  /** Throws `unavailable` when the text was sealed with another key or for another id, or was changed. */
  open(id: string, sealed: string): Promise<string>;
}

/** A vault whose key lives in a file of mode 0600 in the data directory, made when it is first needed. */
export function openVault(dataDir: string = env().dataDir): Vault {
  const keyFile = path.join(dataDir, "credentials.key");
  return {
    async seal(id, plain) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", await readOrMakeKey(keyFile), iv).setAAD(associatedData(id));
      const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return version + Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64url");
    },
    async open(id, sealed) {
      const key = await readKey(keyFile);
      if (key === null || !sealed.startsWith(version)) throw cannotOpen();
      const bytes = Buffer.from(sealed.slice(version.length), "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes }).setAAD(associatedData(id));
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
      } catch (cause) {
        throw cannotOpen(cause);
      }
    },
  };
}

function associatedData(id: string): Buffer {
  return Buffer.from(`credential:${id}`, "utf8");
}

function cannotOpen(cause?: unknown): CloudVizError {
  return new CloudVizError(
    "unavailable",
    "The stored credentials cannot be opened: they were sealed with another key. Put credentials.key back into the data directory, or remove the connection and connect again.",
    { cause },
  );
}

async function readKey(file: string): Promise<Buffer | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== keyBytes) throw new CloudVizError("unavailable", "credentials.key in the data directory is not a key of CloudViz. Put the right file back.");
  // A copy or a restore may have widened it.
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  return key;
}

async function readOrMakeKey(file: string): Promise<Buffer> {
  return (await readKey(file)) ?? makeKey(file);
}

/** Written whole beside its place and linked there: whoever comes second finds the first one's key, never half a file. */
async function makeKey(file: string): Promise<Buffer> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, randomBytes(keyBytes).toString("base64"), { mode: 0o600, flag: "wx" });
  try {
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  const key = await readKey(file);
  if (key === null) throw new CloudVizError("unavailable", "The key file could not be made in the data directory.");
  return key;
}
