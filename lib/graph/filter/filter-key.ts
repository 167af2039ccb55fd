import { fieldNamed } from "./fields";
import type { FilterKey } from "./filter";

const quoted = /"((?:[^"\\]|\\[\s\S])*)"/g;
const segment = /(?:"(?:[^"\\]|\\[\s\S])*"|[^."])+/g;

/** Reads a key as it is written: `region`, `tag.env`, `tag."odd key"`, `property.vpc.id`. Null for what is none. */
export function readKey(text: string): FilterKey | null {
  const dot = text.indexOf(".");
  if (dot < 0) {
    const name = fieldNamed(text);
    return name === undefined ? null : { kind: "field", name };
  }
  const rest = text.slice(dot + 1);
  if (/^tag\./i.test(text)) return rest === "" ? null : { kind: "tag", name: plain(rest) };
  if (!/^property\./i.test(text)) return null;
  const path = rest.match(segment) ?? [];
  return rest !== "" && path.join(".") === rest ? { kind: "property", path: path.map(plain) } : null;
}

/** Writes a key so that `readKey` gives it back. */
export function writeKey(key: FilterKey): string {
  if (key.kind === "field") return key.name;
  if (key.kind === "tag") return `tag.${/^[^\s:=<>!"()\\]+$/.test(key.name) ? key.name : quote(key.name)}`;
  return `property.${key.path.map(writeSegment).join(".")}`;
}

/** Writes one name of a property's path. */
export function writeSegment(name: string): string {
  return /^[^\s:=<>!"()\\.]+$/.test(name) ? name : quote(name);
}

export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function plain(text: string): string {
  return text.replace(quoted, (_whole, inside: string) => inside.replace(/\\([\s\S])/g, "$1"));
}
