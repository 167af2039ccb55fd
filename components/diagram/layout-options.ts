import { z } from "zod";
import type { JsonObject, JsonValue } from "@/lib/core/json";

interface Named {
  key: string;
  title: string;
  description: string | null;
}

/** One thing that a layout can be told, as it is chosen on the screen. */
export type OptionControl =
  | (Named & { kind: "choice"; value: string; choices: { value: string; label: string }[] })
  | (Named & { kind: "switch"; value: boolean })
  | (Named & { kind: "number"; value: number; min: number; max: number; step: number });

const named = { title: z.string().optional(), description: z.string().optional() };
const property = z.union([
  z.object({ ...named, enum: z.array(z.string()).min(1), default: z.string().optional(), labels: z.record(z.string(), z.string()).default({}) }),
  z.object({ ...named, type: z.literal("boolean"), default: z.boolean().default(false) }),
  z.object({ ...named, type: z.enum(["integer", "number"]), minimum: z.number().default(0), maximum: z.number().default(100), multipleOf: z.number().optional(), default: z.number().optional() }),
]);
const schemaOfOptions = z.object({ properties: z.record(z.string(), z.unknown()).default({}) });

/** The controls for a layout's options with what was chosen; what JSON Schema says that no control can show is left to the API. */
export function optionControls(schema: JsonObject, chosen: JsonObject): OptionControl[] {
  const { properties } = schemaOfOptions.parse(schema);
  return Object.entries(properties).flatMap(([key, unread]) => {
    const read = property.safeParse(unread);
    return read.success ? [controlOf(key, read.data, chosen[key])] : [];
  });
}

function controlOf(key: string, found: z.infer<typeof property>, chosen: JsonValue | undefined): OptionControl {
  const name = { key, title: found.title ?? inWords(key), description: found.description ?? null };
  if ("enum" in found) {
    const value = typeof chosen === "string" && found.enum.includes(chosen) ? chosen : (found.default ?? found.enum[0] ?? "");
    return { ...name, kind: "choice", value, choices: found.enum.map((id) => ({ value: id, label: found.labels[id] ?? inWords(id) })) };
  }
  if (found.type === "boolean") return { ...name, kind: "switch", value: typeof chosen === "boolean" ? chosen : found.default };
  const { minimum: min, maximum: max, multipleOf } = found;
  const step = multipleOf ?? (found.type === "integer" ? 1 : (max - min) / 100);
  return { ...name, kind: "number", value: typeof chosen === "number" ? chosen : (found.default ?? min), min, max, step };
}

/** `edgeSpacing`, `edge-spacing` → "Edge spacing". */
function inWords(id: string): string {
  const words = id.replace(/[-_]+/g, " ").replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
