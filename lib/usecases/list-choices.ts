import { z } from "zod";
import type { Choice, FormatChoice, ImporterChoice, LayoutChoice, ProviderChoice } from "../core/api/choices";
import { jsonObject } from "../core/json";

/** The clouds that can be connected to, each with what it wants to be told. */
export async function listProviders(): Promise<ProviderChoice[]> {
  const { providers } = await import("../providers");
  const loaded = await Promise.all(Object.values(providers).map((load) => load()));
  return loaded.map(({ id, label, credentials, settings, readOnlyPolicy, setup }) => ({
    id,
    label,
    credentials: schemaOf(credentials),
    settings: schemaOf(settings),
    policy: readOnlyPolicy?.() ?? null,
    setup: [...setup],
  }));
}

function schemaOf(schema: z.ZodType): ProviderChoice["settings"] {
  return jsonObject.parse(z.toJSONSchema(schema, { io: "input" }));
}

/** The kinds of files that can be imported. */
export async function listImporters(): Promise<ImporterChoice[]> {
  const { importers } = await import("../importers");
  const loaded = await Promise.all(Object.values(importers).map((load) => load()));
  return loaded.map(({ id, label, command }) => ({ id, label, command }));
}

export async function listLayouts(): Promise<LayoutChoice[]> {
  const { layouts } = await import("../layouts");
  const loaded = await Promise.all(Object.values(layouts).map((load) => load()));
  return loaded.map(({ id, label, options }) => ({ id, label, options: schemaOf(options) }));
}

export async function listThemes(): Promise<Choice[]> {
  const { themes } = await import("../themes");
  return Object.values(themes).map(({ id, label }) => ({ id, label }));
}

export async function listFormats(): Promise<FormatChoice[]> {
  const { renderers } = await import("../renderers");
  const loaded = await Promise.all(Object.values(renderers).map((load) => load()));
  return loaded.map(({ id, label, mediaType, extension, reads, options }) => ({ id, label, mediaType, extension, reads, options: schemaOf(options) }));
}
