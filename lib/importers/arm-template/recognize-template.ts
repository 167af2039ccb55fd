import { plainJson } from "./read-jsonc";

/** Whether a file that begins so is a deployment template or its parameters. In a list of resources a template may be one of them. */
export function isTemplateHead(head: string): boolean {
  // UTF-16 read as UTF-8 is ASCII with zeros between.
  const members = membersOf(plainJson(head.replace(/[\0\ufeff\ufffd]/g, "")));
  const schema = members.get("$schema");
  if (schema !== undefined) return /deployment(?:Template|Parameters)\.json/i.test(schema);
  return members.has("contentVersion") && members.has("resources");
}

/** The members of the object that a text begins with, each with the text that follows its name; the text may be cut off. */
function membersOf(text: string): Map<string, string> {
  const members = new Map<string, string>();
  if (!text.trimStart().startsWith("{")) return members;
  let depth = 0;
  let key = "";
  for (const [token, , isKey] of text.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/g)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (depth === 1) members.set(isKey === undefined ? key : (key = token.slice(1, token.lastIndexOf('"'))), isKey === undefined ? token : "");
  }
  return members;
}
