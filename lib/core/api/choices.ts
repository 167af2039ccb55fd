import { z } from "zod";
import { jsonObject } from "../json";
import { setupStep } from "../setup-step";

export const choice = z.object({ id: z.string(), label: z.string() });
export type Choice = z.infer<typeof choice>;
export const choices = z.object({ data: z.array(choice) });

/** `options` is a JSON Schema of what the layout can be told; `labels` beside an enum are words for its values. */
export const layoutChoice = choice.extend({ options: jsonObject });
export type LayoutChoice = z.infer<typeof layoutChoice>;
export const layoutChoices = z.object({ data: z.array(layoutChoice) });

/** `command` makes such a file. */
export const importerChoice = choice.extend({ command: z.string() });
export type ImporterChoice = z.infer<typeof importerChoice>;
export const importerChoices = z.object({ data: z.array(importerChoice) });

/** `options` is a JSON Schema of what the format can be told; a format that `reads` the inventory is no drawing: theme and layout mean nothing to it. */
export const formatChoice = choice.extend({ mediaType: z.string(), extension: z.string(), reads: z.enum(["scene", "inventory"]), options: jsonObject });
export type FormatChoice = z.infer<typeof formatChoice>;
export const formatChoices = z.object({ data: z.array(formatChoice) });

/** `credentials` and `settings` are JSON Schemas of what the provider wants to be told; `policy` is the access that it needs, `setup` what is done once before. */
export const providerChoice = choice.extend({ credentials: jsonObject, settings: jsonObject, policy: jsonObject.nullable(), setup: z.array(setupStep) });
export type ProviderChoice = z.infer<typeof providerChoice>;
export const providerChoices = z.object({ data: z.array(providerChoice) });
