import { z } from "zod";
import { spellType, typeOfAddress } from "../../../../catalogue";
import type { JsonObject, JsonValue } from "../../../../core/json";

const text = z.string().nullish().catch(null);
/** Rows come from JSON: looking into every value of 50,000 properties again costs more than everything done with them. */
const jsonObject = z.custom<JsonObject>((value) => value !== null && typeof value === "object" && !Array.isArray(value));
/** Exports that went through a table have objects as JSON text. */
const object = z.preprocess(parsedObject, jsonObject.nullish()).catch(null);

const body = z.object({
  /** Some services leave the first slash away. */
  id: z.string().transform((id) => id.replace(/^\/?(?=(subscriptions|providers)\/)/i, "/")),
  type: text,
  name: text,
  displayName: text,
  location: text,
  kind: text,
  managedBy: text,
  subscriptionId: text,
  sku: object,
  identity: object,
  plan: object,
  extendedLocation: object,
  systemData: object,
  properties: object,
  tags: z.preprocess(parsedObject, z.record(z.string(), z.unknown()).nullish()).catch(null).transform(tagsOf),
  zones: z.array(z.coerce.string()).nullish().catch(null),
  /** Inline children of an ARM body. */
  resources: z.array(z.unknown()).nullish().catch(null),
});

/** An ARM body or a row of Resource Graph: what is missing is null or undefined, other keys are let go. */
export type ArmRow = Omit<z.infer<typeof body>, "type"> & { type: string };

/** Null for what is no resource: no id, or no type that it names or its id tells. */
export function readArmRow(value: unknown): ArmRow | null {
  const parsed = body.safeParse(value);
  if (!parsed.success || !parsed.data.id.startsWith("/")) return null;
  const type = spelledType(parsed.data.id, parsed.data.type ?? "");
  return type === null ? null : { ...parsed.data, type };
}

/** The catalogue's spelling; for types that it lacks, the id's own, since Resource Graph gives types in lower case. */
function spelledType(id: string, given: string): string | null {
  const told = typeOfAddress(id.replace(/\/+$/, ""));
  const type = told !== null && (given === "" || isScope(id) || told.toLowerCase() === given.toLowerCase()) ? told : given;
  return type === "" ? null : spellType(type.replace(/^microsoft\./, "Microsoft."));
}

/** Subscriptions and resource groups go by several type names. */
function isScope(id: string): boolean {
  return /^\/subscriptions\/[^/]+(\/resourceGroups\/[^/]+)?\/?$/i.test(id);
}

function parsedObject(value: unknown): unknown {
  if (typeof value !== "string" || !value.trimStart().startsWith("{")) return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

function tagsOf(tags: Record<string, unknown> | null | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(tags ?? {}).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}

export function objectOf(value: JsonValue | undefined): JsonObject | null {
  return value !== undefined && value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
}

export function objectsOf(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(objectOf).filter((item) => item !== null) : [];
}
