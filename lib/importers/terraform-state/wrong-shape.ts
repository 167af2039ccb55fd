import type { z } from "zod";

/** "at resources[0].type: expected string (and 2 more)": where a file is not as its schema says, without its content. */
export function wrongShape({ issues }: z.ZodError): string {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return `at ${pathText(first?.path ?? [])}: ${first?.message ?? "not understood"}${more}`;
}

/** What these hold has names that the file's author chose. */
const ofAnyName = new Set<PropertyKey>(["provider_config", "variables", "outputs", "module_calls"]);

function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const [index, step] of path.entries()) {
    const name = ofAnyName.has(path[index - 1] ?? "") ? "…" : String(step);
    text += typeof step === "number" ? `[${step}]` : `${text === "" ? "" : "."}${name}`;
  }
  return text === "" ? "the top" : text;
}
