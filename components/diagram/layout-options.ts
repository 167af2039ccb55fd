import type { JsonObject, JsonValue } from "@/lib/core/json";

interface Named {
  key: string;
  title: string;
  description: string | null;
}

export type OptionValue = string | number | boolean;

/** One thing that a layout or a format can be told, as it is chosen on the screen. */
export type OptionControl =
  | (Named & { kind: "choice"; value: string | number; choices: { value: string | number; label: string }[] })
  | (Named & { kind: "switch"; value: boolean })
  | (Named & { kind: "number"; value: number; min: number; max: number; step: number });

/**
 * The controls for the options of a layout or a format with what was chosen; what JSON Schema says that no control can show is left to the API.
 * Read by hand: the schema library would be a tenth of what the page loads.
 */
export function optionControls(schema: JsonObject, chosen: JsonObject): OptionControl[] {
  return Object.entries(object(schema.properties)).flatMap(([key, found]) => controlOf(key, object(found), chosen[key]) ?? []);
}

function controlOf(key: string, found: JsonObject, chosen: JsonValue | undefined): OptionControl | null {
  const name = { key, title: text(found.title) ?? inWords(key), description: text(found.description) };
  if (Array.isArray(found.enum)) {
    const ids = found.enum.filter((id) => typeof id === "string" || typeof id === "number");
    const [first] = ids;
    if (first === undefined || ids.length < found.enum.length) return null;
    const labels = object(found.labels);
    const value = ids.find((id) => id === chosen) ?? ids.find((id) => id === found.default) ?? first;
    return { ...name, kind: "choice", value, choices: ids.map((id) => ({ value: id, label: text(labels[id]) ?? inWords(String(id)) })) };
  }
  if (found.type === "boolean") return { ...name, kind: "switch", value: typeof chosen === "boolean" ? chosen : found.default === true };
  if (found.type !== "integer" && found.type !== "number") return null;
  const min = number(found.minimum) ?? 0;
  const max = number(found.maximum) ?? 100;
  const step = number(found.multipleOf) ?? (found.type === "integer" ? 1 : (max - min) / 100);
  return { ...name, kind: "number", value: number(chosen) ?? number(found.default) ?? min, min, max, step };
}

function object(value: JsonValue | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function number(value: JsonValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}

/** `edgeSpacing`, `edge-spacing` → "Edge spacing". */
function inWords(id: string): string {
  const words = id.replace(/[-_]+/g, " ").replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
