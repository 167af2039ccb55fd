import type { z } from "zod";
import { CloudVizError } from "../../core/error";
import { utf8Of, type FileWords } from "../json/utf8-of";
import { parseJson } from "../terraform-state/parse-json";
import { wrongShape } from "../terraform-state/wrong-shape";

/**
 * Bytes → the object that `terraform show -json` printed, of a format version that is known, as `schema` has it. Throws
 * `CloudVizError` that names the problem and the way out; its text quotes no content.
 */
export function parseShow<T>(bytes: Uint8Array, schema: z.ZodType<T>, words: FileWords): T {
  const content = parseJson(new TextDecoder().decode(utf8Of(bytes, words)), words);
  checkKind(content, words);
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw unreadable(`This is ${words.what} with a part of the wrong shape ${wrongShape(parsed.error)}. If it was edited, make it again: ${words.again}.`);
}

function checkKind(content: unknown, { what, again }: FileWords): void {
  const isObject = content !== null && typeof content === "object" && !Array.isArray(content);
  const has = (key: string): boolean => isObject && Object.hasOwn(content, key);
  if (has("provider_schemas") || has("valid") || has("function_signatures")) throw unreadable(`This is what another command of Terraform prints with -json, not ${what}: ${again}.`);
  if (!isObject || !("format_version" in content) || typeof content.format_version !== "string") throw unreadable(`This JSON is not ${what}: it has no \`format_version\`. Make the file again: ${again}.`);
  const major = /^(\d{1,4})\.\d{1,9}/.exec(content.format_version)?.[1];
  if (major === undefined) throw unreadable(`This is ${what} whose format version cannot be read. Make the file again: ${again}.`);
  if (Number(major) > 1) {
    throw new CloudVizError("unsupported-version", `This is ${what} of format version ${major}; CloudViz reads 0.1 to 1.x. Update CloudViz, or make the file again with a Terraform 1.x: ${again}.`);
  }
}

export function unreadable(message: string): CloudVizError {
  return new CloudVizError("unreadable-file", message);
}
