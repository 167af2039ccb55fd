import { z } from "zod";
import { newExport } from "../core/api/diagrams";
import { CloudVizError, type ErrorDetail } from "../core/error";
import { builtInLayoutIds } from "../layouts/built-in-ids";
import { builtInRendererIds } from "../renderers/built-in-ids";
import { builtInThemeIds } from "../themes";
import { customLayouts, customRenderers, customThemes } from "./custom";
import { themeSchema } from "./theme-schema";

const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

type Loaders = Readonly<Record<string, () => Promise<unknown>>>;

/** Reads everything that the configuration adds. Throws one `CloudVizError` that tells all that is wrong with it. */
export async function checkExtensions(layouts: Loaders = customLayouts, themes: Readonly<Record<string, unknown>> = customThemes, renderers: Loaders = customRenderers): Promise<void> {
  const ofLayouts = await Promise.all(Object.entries(layouts).map(([id, load]) => loadedProblems(`layouts/${id}`, id, load, builtInLayoutIds, layoutFaults)));
  const ofRenderers = await Promise.all(Object.entries(renderers).map(([id, load]) => loadedProblems(`renderers/${id}`, id, load, builtInRendererIds, rendererFaults)));
  const ofThemes = Object.entries(themes).flatMap(([id, theme]) => themeProblems(id, theme));
  const details = [...ofLayouts.flat(), ...ofRenderers.flat(), ...ofThemes];
  if (details.length === 0) return;
  const lines = details.map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
  throw new CloudVizError("unavailable", `The configuration (cloudviz.config.ts, or the file in CLOUDVIZ_CONFIG) cannot be used:\n${lines.join("\n")}`, { details });
}

async function loadedProblems(pointer: string, id: string, load: () => Promise<unknown>, builtIn: readonly string[], faultsOf: (id: string, loaded: unknown) => string[]): Promise<ErrorDetail[]> {
  try {
    const faults = faultsOf(id, await load());
    return [...idProblems(pointer, id, builtIn), ...faults.map((detail) => ({ pointer, detail }))];
  } catch (error) {
    return [{ pointer, detail: `does not load: ${error instanceof Error ? error.message : String(error)}` }];
  }
}

function layoutFaults(id: string, layout: unknown): string[] {
  if (typeof layout !== "object" || layout === null) return ["is no layout: its function must resolve to a Layout, or to a module whose default export is one"];
  const { id: ownId, label, options, place } = layout as Record<string, unknown>;
  return [
    ...nameFaults(id, ownId, label),
    ...(typeof place === "function" ? [] : ["has no place(input, options, signal)"]),
    ...(options instanceof z.ZodType ? optionsFaults(options) : ["has no options: a zod schema, z.object({}) when there are none"]),
  ];
}

function rendererFaults(id: string, renderer: unknown): string[] {
  if (typeof renderer !== "object" || renderer === null) return ["is no renderer: its function must resolve to a SceneRenderer or an InventoryRenderer, or to a module whose default export is one"];
  const { id: ownId, label, options, reads, mediaType, extension, render, kindOf } = renderer as Record<string, unknown>;
  return [
    ...nameFaults(id, ownId, label),
    ...(reads === "scene" || reads === "inventory" ? [] : ['reads neither "scene" nor "inventory"']),
    ...(typeof mediaType === "string" && /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? [] : ["has no mediaType, such as text/plain"]),
    ...(typeof extension === "string" && /^[a-z0-9]+(\.[a-z0-9]+)*$/.test(extension) ? [] : ["has no extension, such as txt"]),
    ...(typeof render === "function" ? [] : ["has no render(scene, options) or render(inventory, options)"]),
    ...(kindOf === undefined || typeof kindOf === "function" ? [] : ["has a kindOf that is no function"]),
    ...(options instanceof z.ZodObject ? [...optionsFaults(options), ...takenNames(options)] : ["has no options: a zod object, z.object({}) when there are none"]),
  ];
}

/** In an export's query string, options stand beside what is exported. */
function takenNames(options: z.ZodObject): string[] {
  const taken = new Set([...Object.keys(newExport.shape), "download"]);
  return Object.keys(options.shape).filter((name) => taken.has(name)).map((name) => `has an option ${name}, which is a parameter of every export: choose another name`);
}

function nameFaults(id: string, ownId: unknown, label: unknown): string[] {
  return [...(ownId === id ? [] : [`calls itself ${JSON.stringify(ownId)}: its id and its key must be the same`]), ...(typeof label === "string" && label !== "" ? [] : ["has no label"])];
}

/** Menus and the API are made from the schema, and diagrams begin with no options chosen. */
function optionsFaults(options: z.ZodType): string[] {
  const faults = options.safeParse({}).success ? [] : ["has an option without a default"];
  try {
    z.toJSONSchema(options, { io: "input" });
  } catch (error) {
    faults.push(`has options that JSON Schema cannot say: ${error instanceof Error ? error.message : String(error)}`);
  }
  return faults;
}

function themeProblems(id: string, theme: unknown): ErrorDetail[] {
  const pointer = `themes/${id}`;
  const read = themeSchema.safeParse(theme);
  const faults = read.success ? [] : read.error.issues.flatMap((issue) => issueDetails(pointer, issue));
  return [...idProblems(pointer, id, builtInThemeIds), ...faults];
}

function issueDetails(pointer: string, issue: z.core.$ZodIssue): ErrorDetail[] {
  if (issue.path.length === 0 && issue.code === "invalid_type") return [{ pointer, detail: "is no theme: an object of colours" }];
  const at = [pointer, ...issue.path].join("/");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ pointer: `${at}/${key}`, detail: "is no token of a theme" }));
  return [{ pointer: at, detail: issue.message.startsWith("Invalid input") ? "is missing" : issue.message }];
}

function idProblems(pointer: string, id: string, builtIn: readonly string[]): ErrorDetail[] {
  if (builtIn.includes(id)) return [{ pointer, detail: "is the id of a built-in one: choose another" }];
  return kebabCase.test(id) ? [] : [{ pointer, detail: "is no id: write it in kebab-case, such as my-own" }];
}
