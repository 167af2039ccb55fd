import type { JsonObject, JsonValue } from "../core/json";
import { judgeName } from "./secret-name";
import { isReference, looksLikeCredential } from "./secret-value";
import type { Sensitive } from "./sensitive-paths";

/** Text that was taken out. It may name other resources: it is only compared with what is known, and never handed on. */
export interface TakenOut {
  path: string;
  text: string;
}

export interface Cleansed {
  attributes: JsonObject;
  takenOut: TakenOut[];
  /** True when nesting went deeper than `maxDepth`: what lies below is left out. */
  tooDeep: boolean;
}

// No cloud nests deeper than about 20 levels; without an end a hostile file overflows the stack here or in JSON.stringify.
const maxDepth = 48;
const maxJsonText = 1_000_000;

/**
 * A copy of the attributes without secrets: those marked sensitive, those named like one and those that look like one.
 * `keepsNames`: a list of texts where name/value pairs would be is what an earlier cleansing left of them, and stays.
 */
export function withoutSecrets(attributes: JsonObject, sensitive: Sensitive | null, { keepsNames = false } = {}): Cleansed {
  const walk: Walk = { takenOut: [], tooDeep: false, keepsNames };
  const kept = cleanObject(attributes, sensitive, "", 0, false, walk);
  return { attributes: kept, takenOut: walk.takenOut, tooDeep: walk.tooDeep };
}

interface Walk {
  takenOut: TakenOut[];
  tooDeep: boolean;
  keepsNames: boolean;
}

function cleanObject(object: JsonObject, sensitive: Sensitive | null, path: string, depth: number, inSecret: boolean, walk: Walk): JsonObject {
  const kept: JsonObject = {};
  for (const key of Object.keys(object)) {
    const value = object[key];
    // As a plain assignment this key would change the copy's prototype.
    if (value === undefined || key === "__proto__" || looksLikeCredential(key)) continue;
    const below = path === "" ? key : `${path}.${key}`;
    const marked = sensitive?.parts.get(key) ?? null;
    const clean = marked?.all ? takeOut(value, below, depth, walk) : cleanMember(key, value, marked, below, depth, inSecret, walk);
    if (clean !== undefined) kept[key] = clean;
  }
  return kept;
}

function cleanMember(key: string, value: JsonValue, sensitive: Sensitive | null, path: string, depth: number, inSecret: boolean, walk: Walk): JsonValue | undefined {
  const verdict = judgeName(key);
  if (value === null || typeof value === "boolean") return value;
  if (verdict === "names") return typeof value === "object" || !/^(environment|env)$/i.test(key) ? namesOf(value, path, depth, walk) : cleanValue(value, sensitive, path, depth + 1, inSecret, walk);
  if (inSecret && key === "secret" && typeof value === "string" && !looksLikeCredential(value)) return value;
  // Parameter Store, key vaults, API keys: the value itself is the whole resource.
  if (verdict === "drop" || (depth === 0 && /^(insecure_)?value(_wo)?$/.test(key))) return cleanSecret(key, value, sensitive, path, depth, walk);
  if (inSecret && typeof value === "string" && !namesSecret(key) && !isReference(value)) return takeOut(value, path, depth, walk);
  return cleanValue(value, sensitive, path, depth + 1, inSecret, walk);
}

/** Blocks called `secret` name where it is kept (name, version, valueFrom) as often as they hold it. */
function cleanSecret(key: string, value: JsonValue, sensitive: Sensitive | null, path: string, depth: number, walk: Walk): JsonValue | undefined {
  if (typeof value === "string") return isReference(value) && !looksLikeCredential(value) ? value : takeOut(value, path, depth, walk);
  const isBlock = /secret|credential/i.test(key) && Array.isArray(value) && value.some((item) => item !== null && typeof item === "object");
  return isBlock ? cleanValue(value, sensitive, path, depth + 1, true, walk) : takeOut(value, path, depth, walk);
}

function namesSecret(key: string): boolean {
  return /^(name|version|id|type|mount_path|identity|project|project_id|key_vault_secret_id)$|from$|arn$/i.test(key);
}

function cleanValue(value: JsonValue, sensitive: Sensitive | null, path: string, depth: number, inSecret: boolean, walk: Walk): JsonValue | undefined {
  if (typeof value === "string") return cleanText(value, path, depth, walk);
  if (value === null || typeof value !== "object") return value;
  if (depth > maxDepth) {
    walk.tooDeep = true;
    return undefined;
  }
  if (!Array.isArray(value)) return cleanObject(value, sensitive, path, depth, inSecret, walk);
  const kept: JsonValue[] = [];
  for (const [index, item] of value.entries()) {
    const marked = sensitive?.parts.get(String(index)) ?? null;
    const clean = marked?.all
      ? takeOut(item, `${path}[]`, depth, walk)
      : inSecret && typeof item === "string" && !isReference(item)
        ? takeOut(item, `${path}[]`, depth, walk)
        : cleanValue(item, marked, `${path}[]`, depth + 1, inSecret, walk);
    if (clean !== undefined) kept.push(clean);
  }
  return kept;
}

/** Text may be a whole JSON document (container definitions, policies): it is cleaned inside. */
function cleanText(text: string, path: string, depth: number, walk: Walk): string | undefined {
  const parsed = parseDocument(text);
  if (parsed !== undefined) {
    const clean = cleanValue(parsed, null, path, depth + 1, false, walk);
    return clean === undefined ? undefined : JSON.stringify(clean);
  }
  if (!looksLikeCredential(text)) return text;
  walk.takenOut.push({ path, text });
  return undefined;
}

function parseDocument(text: string): JsonValue | undefined {
  const first = text.trimStart().charAt(0);
  if ((first !== "{" && first !== "[") || text.length > maxJsonText) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed as JsonValue;
  } catch {
    return undefined;
  }
}

/** Environment variables and their like: `{A: "x"}` becomes `["A"]`, `[{name: "A", value: "x"}]` becomes `[{name: "A"}]`. */
function namesOf(value: JsonValue, path: string, depth: number, walk: Walk): JsonValue | undefined {
  if (value === null || typeof value !== "object") return takeOut(value, path, depth, walk);
  if (Array.isArray(value)) {
    const kept = value.map((item) => (walk.keepsNames && isName(item) ? item : pairNameOf(item, path, depth + 1, walk))).filter((item) => item !== undefined);
    return kept.length === 0 && value.length > 0 ? undefined : kept;
  }
  const names = Object.keys(value).filter((name) => !looksLikeCredential(name));
  for (const name of names) takeOut(value[name] ?? null, `${path}.${name}`, depth + 1, walk);
  return names;
}

function isName(item: JsonValue): boolean {
  return typeof item === "string" && !looksLikeCredential(item);
}

/** `value`, `value_from` and blocks that only wrap pairs (`environment[].variables`). */
function pairNameOf(item: JsonValue, path: string, depth: number, walk: Walk): JsonValue | undefined {
  if (item === null || typeof item !== "object" || Array.isArray(item)) return takeOut(item, path, depth, walk);
  if (depth > maxDepth) return undefined;
  const kept: JsonObject = {};
  const name = typeof item.name === "string" ? item.name : typeof item.key === "string" ? item.key : "value";
  for (const [key, inner] of Object.entries(item)) {
    if (key === "__proto__") continue;
    if (judgeName(key) === "names") kept[key] = namesOf(inner, `${path}[].${key}`, depth + 1, walk) ?? null;
    else if (/^(name|key|type|namespace|variable_name|secret|version|image|compute_type|resource_type)$/i.test(key) && typeof inner === "string" && !looksLikeCredential(inner)) kept[key] = inner;
    else if (/from$|source$/i.test(key)) kept[key] = cleanValue(inner, null, `${path}[].${key}`, depth + 1, true, walk) ?? null;
    else if (typeof inner === "boolean" || (typeof inner === "string" && isReference(inner))) kept[key] = inner;
    else if (Array.isArray(inner)) kept[key] = namesOf(inner, `${path}[].${key}`, depth + 1, walk) ?? null;
    else takeOut(inner, `${path}[].${name}`, depth, walk);
  }
  return kept;
}

/** Notes the texts of what is left out. Returns undefined: nothing is kept. */
function takeOut(value: JsonValue, path: string, depth: number, walk: Walk): undefined {
  if (typeof value === "string") {
    if (value.length > 3) walk.takenOut.push({ path, text: value });
    return;
  }
  if (value === null || typeof value !== "object" || depth > maxDepth) return;
  const entries = Array.isArray(value) ? value.map((item) => ["[]", item] as const) : Object.entries(value);
  for (const [key, item] of entries) takeOut(item, key === "[]" ? `${path}[]` : `${path}.${key}`, depth + 1, walk);
}
