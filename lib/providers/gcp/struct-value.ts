import { z } from "zod";
import type { JsonObject, JsonValue } from "../../core/json";

/** Google's Struct as the SDK hands it over: every value with its kind. https://protobuf.dev/reference/protobuf/google.protobuf/#struct */
interface Value {
  kind?: string | undefined;
  stringValue?: string | null | undefined;
  numberValue?: number | null | undefined;
  boolValue?: boolean | null | undefined;
  structValue?: Struct | null | undefined;
  listValue?: { values?: Value[] | null | undefined } | null | undefined;
}

interface Struct {
  fields?: Record<string, Value> | null | undefined;
}

const struct = z.custom<Struct>((value) => value !== null && typeof value === "object" && !Array.isArray(value));

/** The JSON object that a Struct stands for; null for what is none. */
export function objectOfStruct(value: unknown): JsonObject | null {
  const parsed = struct.safeParse(value);
  return parsed.success ? plainObject(parsed.data) : null;
}

function plainObject({ fields }: Struct): JsonObject {
  return Object.fromEntries(Object.entries(fields ?? {}).map(([key, value]) => [key, plain(value)]));
}

function plain({ stringValue, numberValue, boolValue, structValue, listValue }: Value): JsonValue {
  if (structValue) return plainObject(structValue);
  if (listValue) return (listValue.values ?? []).map(plain);
  return stringValue ?? numberValue ?? boolValue ?? null;
}
