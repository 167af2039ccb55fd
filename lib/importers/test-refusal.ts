import { expect } from "vitest";
import { CloudVizError } from "../core/error";
import type { Importer } from "./importer";
import { headOf } from "./read-collected";

/** Holds that a file is refused before anything of it is given out, in these words, and that `unquoted` of it is not repeated. */
export function expectRefusal(importer: Importer, { name, content }: { name: string; content: string | Uint8Array }, { code, message, unquoted }: { code: string; message: RegExp; unquoted: string }): void {
  const bytes = Buffer.from(content);
  let told: unknown;
  try {
    importer.read({ name, head: headOf(bytes), bytes });
  } catch (error) {
    told = error;
  }
  expect(told).toBeInstanceOf(CloudVizError);
  if (!(told instanceof CloudVizError)) return;
  expect(told.code).toBe(code);
  expect(told.message).toMatch(message);
  expect(told.message).not.toContain(unquoted);
}
