import type { z } from "zod";

/** "at resources[0].type: expected string (and 2 more)": where a file is not as its schema says, without its content. */
export function wrongShape({ issues }: z.ZodError): string {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return `at ${pathText(first?.path ?? [])}: ${first?.message ?? "not understood"}${more}`;
}

function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) text += typeof step === "number" ? `[${step}]` : `${text === "" ? "" : "."}${String(step)}`;
  return text === "" ? "the top" : text;
}
