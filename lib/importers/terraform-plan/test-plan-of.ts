import type { JsonObject, JsonValue } from "../../core/json";

/** A resource as a state has it after apply. */
export interface Applied {
  mode: "managed" | "data";
  type: string;
  name: string;
  attributes: JsonObject;
}

// What a provider makes up at the first apply; everything else of a resource stands in its configuration.
const computed = ["id", "arn", "self_link", "resource_manager_id", "unique_id", "object_id", "principal_id", "dns_name", "endpoint", "address", "default_hostname", "fqdn"];

/**
 * The plan that Terraform would have made before any of them was there: what is computed is unknown, and so is every attribute
 * that holds another's computed text, whose expression then refers to that other's attribute.
 */
export function planOf(applied: readonly Applied[]): JsonObject {
  const owners = ownersOf(applied);
  const parts = applied.map((one) => {
    const split = splitObject(withParent(one, applied), owners, addressOf(one));
    const frame = { address: addressOf(one), mode: one.mode, type: one.type, name: one.name, provider_name: "" };
    const unknown = { ...split.unknown };
    const values = { ...split.values };
    for (const name of computed) {
      if (!Object.hasOwn(one.attributes, name) || Object.hasOwn(split.expressions, name)) continue;
      unknown[name] = true;
      delete values[name];
    }
    return {
      planned: { ...frame, values, sensitive_values: {} },
      change: { ...frame, change: { actions: ["create"], before: null, after: values, after_unknown: unknown, after_sensitive: {} } },
      config: { address: addressOf(one), expressions: split.expressions },
    };
  });
  return {
    format_version: "1.2", terraform_version: "1.9.0",
    planned_values: { root_module: { resources: parts.map(({ planned }) => planned) } },
    resource_changes: parts.map(({ change }) => change),
    configuration: { root_module: { resources: parts.map(({ config }) => config) } },
  };
}

/** Resources of Azure all name what they are a part of by an attribute of its own, which fixtures may leave out. */
function withParent({ attributes }: Applied, applied: readonly Applied[]): JsonObject {
  const { id } = attributes;
  if (typeof id !== "string" || !id.startsWith("/subscriptions/")) return attributes;
  const around = applied.flatMap(({ attributes: other }) => (typeof other.id === "string" && id.startsWith(`${other.id}/`) ? [other.id] : []));
  const parent = around.sort((one, other) => other.length - one.length)[0];
  return parent === undefined || parent.split("/").length < 6 ? attributes : { ...attributes, its_parent_id: parent };
}

export function addressOf({ mode, type, name }: Applied): string {
  return `${mode === "data" ? "data." : ""}${type}.${name}`;
}

/** What texts of the estate come from which attribute of which resource. */
interface Owners {
  computed: ReadonlyMap<string, string>;
  /** By end of type and name: `virtual_network_name = "main"` is the name of the `…_virtual_network` called main. */
  named: (attribute: string, text: string) => string | null;
}

/** No word that two resources may have by chance. */
const telling = /[/:]|^[a-z]+(?:-[a-z]+)*-[0-9a-f]+$|^(?=.*\d)(?=.*[a-z])[a-z\d_-]{6,}$|\..+\./;

function ownersOf(applied: readonly Applied[]): Owners {
  const owners = new Map<string, string>();
  for (const attribute of computed) {
    for (const one of applied) {
      const text = one.attributes[attribute];
      if (typeof text === "string" && one.mode === "managed" && telling.test(text) && !owners.has(text)) owners.set(text, `${addressOf(one)}.${attribute}`);
    }
  }
  const named = (attribute: string, text: string): string | null => {
    const stem = attribute.replace(/_name$/, "");
    const owner = applied.find(({ type, attributes }) => type.endsWith(`_${stem}`) && attributes.name === text);
    return owner === undefined ? null : `${addressOf(owner)}.name`;
  };
  return { computed: owners, named };
}

interface Split {
  values: JsonValue;
  unknown: JsonValue;
  expression: JsonValue;
}

function splitObject(object: JsonObject, owners: Owners, self: string): { values: JsonObject; unknown: JsonObject; expressions: JsonObject } {
  const result: { values: JsonObject; unknown: JsonObject; expressions: JsonObject } = { values: {}, unknown: {}, expressions: {} };
  for (const [name, value] of Object.entries(object)) {
    const split = splitValue(value, owners, self, name);
    if (split.unknown !== true) result.values[name] = split.values;
    if (split.unknown !== false) result.unknown[name] = split.unknown;
    if (split.expression !== null) result.expressions[name] = split.expression;
  }
  return result;
}

function splitValue(value: JsonValue, owners: Owners, self: string, name = ""): Split {
  if (typeof value === "string") {
    const references = referencesIn(value, owners, self);
    const known = references.length === 0 ? owners.named(name, value) : null;
    if (known !== null && !known.startsWith(`${self}.`)) return { values: value, unknown: false, expression: { references: spelled(known) } };
    return references.length === 0 ? { values: value, unknown: false, expression: null } : { values: null, unknown: true, expression: { references } };
  }
  if (Array.isArray(value) && value.some((item) => item !== null && typeof item === "object")) {
    const items = value.map((item) => splitValue(item, owners, self));
    return { values: items.map((item) => item.values), unknown: items.some((item) => item.unknown !== false) ? items.map((item) => item.unknown) : false, expression: items.map((item) => item.expression ?? {}) };
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => splitValue(item, owners, self));
    const references = value.flatMap((item) => (typeof item === "string" ? referencesIn(item, owners, self) : []));
    return { values: items.map((item) => item.values), unknown: references.length > 0 ? items.map((item) => item.unknown) : false, expression: references.length > 0 ? { references } : null };
  }
  if (value === null || typeof value !== "object") return { values: value, unknown: false, expression: null };
  const { values, unknown, expressions } = splitObject(value, owners, self);
  return { values, unknown: Object.keys(unknown).length === 0 ? false : unknown, expression: Object.keys(expressions).length === 0 ? null : expressions };
}

function referencesIn(text: string, owners: Owners, self: string): string[] {
  const whole = owners.computed.get(text);
  if (whole !== undefined) return whole.startsWith(`${self}.`) ? [] : spelled(whole);
  const parts = /^[{[]|^[a-z]+:/.test(text) ? [...owners.computed.keys()].filter((part) => part.length > 12 && text.includes(part)) : [];
  // The id of a subnet holds that of its network.
  const named = parts.filter((part) => !parts.some((other) => other !== part && other.includes(part))).map((part) => owners.computed.get(part) ?? "");
  return named.some((owner) => owner.startsWith(`${self}.`)) ? [] : named.flatMap(spelled);
}

/** The longest first, as Terraform writes it. */
function spelled(reference: string): string[] {
  return [reference, reference.slice(0, reference.lastIndexOf("."))];
}
