import { createHash } from "node:crypto";
import fs from "node:fs";
import { createGunzip } from "node:zlib";
import { CloudVizError } from "../../core/error";

/** The lines of a backup, one at a time, with the checksum of what was read. */
export class BackupReader {
  readonly #lines: AsyncGenerator<string>;
  readonly #hash = createHash("sha256");
  #last: string | null = null;

  constructor(file: string) {
    this.#lines = unzippedLines(file);
  }

  /** @throws CloudVizError "unreadable-file" at the end of the file: a backup says itself where it ends. */
  async next(): Promise<string> {
    const { done, value } = await this.#lines.next();
    if (done === true) throw damaged("it ends too early");
    if (this.#last !== null) this.#hash.update(this.#last).update("\n");
    this.#last = value;
    return value;
  }

  /** SHA-256 of all lines before the one that was read last. */
  checksumBefore(): string {
    return this.#hash.copy().digest("hex");
  }

  async expectEnd(): Promise<void> {
    const { done } = await this.#lines.next();
    if (done !== true) throw damaged("something follows its end");
  }

  async close(): Promise<void> {
    await this.#lines.return(undefined);
  }
}

export function damaged(what: string, cause?: unknown): CloudVizError {
  return new CloudVizError("unreadable-file", `The backup is damaged: ${what}. Nothing was changed; use another copy.`, { cause });
}

async function* unzippedLines(file: string): AsyncGenerator<string> {
  const input = fs.createReadStream(file);
  const text = createGunzip();
  // `pipe` hands on no errors: without this, a file that is not there would be waited for.
  input.on("error", (error) => text.destroy(error));
  input.pipe(text).setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of text) {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    throw readFailure(file, error);
  } finally {
    input.destroy();
    text.destroy();
  }
  if (rest !== "") throw damaged("it ends too early");
}

function readFailure(file: string, error: unknown): CloudVizError {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "Z_BUF_ERROR") return damaged("it ends too early", error);
  if (code === "Z_DATA_ERROR") {
    const isForeign = error instanceof Error && error.message === "incorrect header check";
    return isForeign ? new CloudVizError("unrecognised-file", "The file is no CloudViz backup.", { cause: error }) : damaged("it cannot be unpacked", error);
  }
  return new CloudVizError("unreadable-file", `The file ${file} cannot be read: check that it exists and may be read.`, { cause: error });
}
