import type { Ref } from "../../core/resource/collected";
import type { JsonValue } from "../../core/json";
import type { Draft } from "./draft";
import type { Instance } from "./instance";
import type { Known } from "./known";

export interface FoundRef {
  ref: Ref;
  target: Draft;
}

const own = new Set(["id", "arn", "self_link", "name", "tags", "tags_all", "labels", "effective_labels", "terraform_labels", "timeouts", "owner_id"]);

/** References that no table names: any text of an instance that is another's id, ARN, link or host name. */
export function valueRefs(instance: Instance, known: Known): FoundRef[] {
  const found: FoundRef[] = [];
  for (const [key, value] of Object.entries(instance.linked)) {
    if (!own.has(key)) search(value, key, key, instance, known, found);
  }
  for (const { path, text } of instance.takenOut) {
    for (const target of namedIn(text, path, instance, known)) found.push(derived(target, path));
  }
  return found;
}

function search(value: JsonValue, path: string, key: string, instance: Instance, known: Known, found: FoundRef[]): void {
  if (typeof value === "string" || typeof value === "number") {
    const target = typeof value === "string" ? (known.findTelling(value, instance) ?? byStem(key, value, instance, known)) : byStem(key, String(value), instance, known);
    if (target !== null) found.push(derived(target, path));
  } else if (Array.isArray(value)) {
    for (const item of value) search(item, `${path}[]`, key, instance, known, found);
  } else if (value !== null && typeof value === "object") {
    for (const [name, item] of Object.entries(value)) search(item, `${path}.${name}`, name, instance, known, found);
  }
}

function byStem(key: string, value: string, instance: Instance, known: Known): Draft | null {
  const stem = instance.provider === null ? /^(.+)_ids?$/.exec(key)?.[1] : undefined;
  return stem === undefined ? null : known.findByStem(stem, value, instance);
}

// Longer texts are scripts; what they name is anybody's guess.
const maxTokens = 400;
const namingVariable = /table|bucket|queue|topic|stream|cluster|function|secret|host|database|(^|[^a-z])db|server|endpoint|arn|url/i;

/**
 * The known resources that a removed text names (the host in a connection string, a table's name in a variable called
 * TABLE). Only what they resolve to leaves this function, never a part of the text.
 */
function namedIn(text: string, path: string, instance: Instance, known: Known): Set<Draft> {
  const named = new Set<Draft>();
  const variable = path.slice(path.lastIndexOf(".") + 1);
  const whole = known.findTelling(text, instance) ?? (namingVariable.test(variable) ? known.find(text, undefined, instance) : null);
  if (whole !== null) return named.add(whole);
  for (const token of text.split(/[\s"'`,;=@()<>{}[\]|\\]+/, maxTokens)) {
    const host = token.replace(/^[a-z][a-z0-9+.:-]*:\/\//i, "").replace(/[/?#].*$/, "");
    for (const spelling of [token, host, host.replace(/:\d+$/, "")]) {
      const target = known.findTelling(spelling, instance);
      if (target !== null) named.add(target);
    }
  }
  return named;
}

function derived(target: Draft, path: string): FoundRef {
  return { target, ref: { kind: "depends-on", target: target.resource.id, path, certainty: "derived" } };
}
