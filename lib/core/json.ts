import { z } from "zod";

/** Any JSON value, as clouds and files hand it over. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export type JsonObject = { [key: string]: JsonValue };

export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());
