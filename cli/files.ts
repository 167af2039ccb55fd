import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { CloudVizError } from "../lib/core/error";

/** Stands for standard input or output. */
export const standardStream = "-";

/** A whole file, or standard input for `-`. Throws what `tooLarge` makes as soon as it is longer than `maxBytes`. */
export async function readInput(file: string, base: string, maxBytes: number, tooLarge: () => Error): Promise<{ name: string; bytes: Uint8Array }> {
  const isStdin = file === standardStream;
  const source = path.resolve(base, file);
  if (!isStdin) await checkReadable(file, source, maxBytes, tooLarge);
  const chunks: Buffer[] = [];
  let length = 0;
  const stream: AsyncIterable<Buffer> = isStdin ? process.stdin : createReadStream(source);
  try {
    for await (const chunk of stream) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw isSystemError(error) ? unreadable(file, error) : error;
  }
  return { name: isStdin ? "stdin" : path.basename(source), bytes: Buffer.concat(chunks) };
}

async function checkReadable(file: string, source: string, maxBytes: number, tooLarge: () => Error): Promise<void> {
  const found = await stat(source).catch((error: unknown) => Promise.reject(isSystemError(error) ? unreadable(file, error) : error));
  if (found.isDirectory()) throw new CloudVizError("unreadable-file", `${file} is a folder. Name the file in it.`);
  if (found.size > maxBytes) throw tooLarge();
}

/** Writes data to a file, whole or not at all, or to standard output for `-`. */
export async function writeOutput(file: string, base: string, content: string | Uint8Array): Promise<void> {
  if (file === standardStream) {
    await new Promise<void>((resolve) => process.stdout.write(content, () => resolve()));
    return;
  }
  const target = path.resolve(base, file);
  const unfinished = `${target}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isSystemError(error) ? new CloudVizError("invalid-request", `${file} could not be written: ${reason(error)}.`) : error;
  }
}

function unreadable(file: string, error: NodeJS.ErrnoException): CloudVizError {
  return new CloudVizError("unreadable-file", `${file} could not be read: ${reason(error)}.`, { cause: error });
}

function reason(error: NodeJS.ErrnoException): string {
  const known: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EACCES: "this user has no right to it",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of its path is no folder",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
  };
  return known[error.code ?? ""] ?? error.code ?? error.message;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
