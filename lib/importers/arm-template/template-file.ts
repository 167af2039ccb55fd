import { z } from "zod";
import { CloudVizError } from "../../core/error";
import type { JsonObject, JsonValue } from "../../core/json";

const value = z.custom<JsonValue>((held) => held !== undefined);
const object = z.custom<JsonObject>((held) => held !== null && typeof held === "object" && !Array.isArray(held));

const type = z.object({ type: z.string().optional().catch(undefined), nullable: z.boolean().optional().catch(undefined) });
const parameter = type.extend({ $ref: z.string().optional().catch(undefined), defaultValue: value.optional() });
const output = z.object({ type: z.string().optional().catch(undefined), value: value.optional(), copy: z.object({ count: value, input: value }).optional().catch(undefined) });
const member = z.object({ parameters: z.array(z.object({ name: z.string() })).catch([]), output });

const templateFile = z.object({
  $schema: z.string(),
  languageVersion: z.string().optional().catch(undefined),
  parameters: z.record(z.string(), parameter).catch({}),
  definitions: z.record(z.string(), type).catch({}),
  variables: object.catch({}),
  functions: z.array(z.object({ namespace: z.string(), members: z.record(z.string(), member).catch({}) })).catch([]),
  /** An object with symbolic names from language version 2.0 on. */
  resources: z.union([z.array(value), object]),
  outputs: z.record(z.string(), output).catch({}),
});

export type TemplateFile = z.infer<typeof templateFile>;
export type TemplateFunctionMember = z.infer<typeof member>;

export const words = { what: "an ARM template", again: "`az group export --name <group> > template.json` writes one, and `az bicep build --file main.bicep` makes one of Bicep" };

/** Throws `unreadable-file` or `unsupported-version` for what is no template. */
export function readTemplateFile(content: JsonValue): TemplateFile {
  const schema = schemaOf(content);
  if (/\/deploymentParameters\.json/i.test(schema)) {
    throw new CloudVizError("unreadable-file", "This is the parameter file of a deployment: it holds values and names no resources. Import the template that it belongs to, which is mostly called azuredeploy.json, template.json or main.json.");
  }
  if (!isTemplateSchema(schema)) throw new CloudVizError("unreadable-file", `This is not ${words.what}: its $schema is none of a deployment template. ${words.again}.`);
  const parsed = templateFile.safeParse(content);
  if (!parsed.success) throw new CloudVizError("unreadable-file", "The template has no list of resources under `resources`, so there is nothing to draw. Import the whole template, not a part of it.");
  if (Number(/^\d+/.exec(parsed.data.languageVersion ?? "1")?.[0] ?? 0) > 2) {
    throw new CloudVizError("unsupported-version", "The template is written in a newer language than CloudViz reads: it reads language versions 1 and 2. Build it without Bicep's experimental features, or install a newer CloudViz.");
  }
  return parsed.data;
}

/** A template inside another: null when it is none. */
export function nestedTemplate(content: JsonValue | undefined): TemplateFile | null {
  const parsed = templateFile.extend({ $schema: z.string().catch("") }).safeParse(content);
  return parsed.success ? parsed.data : null;
}

function schemaOf(content: JsonValue): string {
  const schema = content !== null && typeof content === "object" && !Array.isArray(content) ? content["$schema"] : undefined;
  return typeof schema === "string" ? schema : "";
}

function isTemplateSchema(schema: string): boolean {
  return /\/(?:deployment|subscriptionDeployment|managementGroupDeployment|tenantDeployment)Template\.json/i.test(schema);
}
