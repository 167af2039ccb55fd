import { z } from "zod";
import type { JsonObject } from "../../../core/json";
import { unreadable } from "../../terraform-show-state/parse-show";
import { jsonObjectShape } from "../../terraform-show-state/show-module";
import { wrongShape } from "../../terraform-state/wrong-shape";

/** What an expression refers to, as the plan writes it: the longest spelling first (`aws_vpc.a.id`), then its beginnings. */
export type References = readonly string[];

export interface ResourceConfig {
  /** `aws_vpc.main`, `data.aws_ami.base` */
  address: string;
  providerKey: string;
  /** Attributes by name; blocks hold expressions in turn. */
  expressions: JsonObject;
  /** Of `for_each` and `count`. */
  repeat: References;
  dependsOn: readonly string[];
}

export interface ModuleCall {
  /** What the module's variables are set to. */
  inputs: ReadonlyMap<string, References>;
  repeat: References;
  dependsOn: readonly string[];
  module: ModuleConfig;
}

export interface ModuleConfig {
  resources: ReadonlyMap<string, ResourceConfig>;
  calls: Map<string, ModuleCall>;
  outputs: ReadonlyMap<string, References>;
}

const expressionShape = z.object({ references: z.array(z.string()).nullish() });

const moduleShape = z.object({
  resources: z.array(z.object({
    address: z.string(),
    provider_config_key: z.string().nullish(),
    expressions: jsonObjectShape.nullish(),
    count_expression: expressionShape.nullish(),
    for_each_expression: expressionShape.nullish(),
    depends_on: z.array(z.string()).nullish(),
  })).nullish(),
  outputs: z.record(z.string(), z.object({ expression: expressionShape.nullish() })).nullish(),
  module_calls: z.record(z.string(), z.object({
    expressions: jsonObjectShape.nullish(),
    count_expression: expressionShape.nullish(),
    for_each_expression: expressionShape.nullish(),
    depends_on: z.array(z.string()).nullish(),
    module: z.unknown().optional(),
  })).nullish(),
});
type ModuleShape = z.infer<typeof moduleShape>;

/** The configuration's tree of modules. No recursion: a file may nest as deeply as it likes. */
export function readModules(content: unknown): ModuleConfig {
  const root = moduleOf(content);
  const open = [root];
  for (const { config, shape } of open) {
    for (const [name, call] of Object.entries(shape.module_calls ?? {})) {
      const inner = moduleOf(call.module);
      open.push(inner);
      const inputs = new Map(Object.entries(call.expressions ?? {}).map(([input, expression]) => [input, referencesOf(expression) ?? []]));
      config.calls.set(name, { inputs, repeat: repeatOf(call), dependsOn: call.depends_on ?? [], module: inner.config });
    }
  }
  return root.config;
}

function moduleOf(content: unknown): { config: ModuleConfig; shape: ModuleShape } {
  const parsed = moduleShape.safeParse(content ?? {});
  if (!parsed.success) throw unreadable(`The configuration in this Terraform plan has a part of the wrong shape ${wrongShape(parsed.error)}. Make the file again with \`terraform show -json\`.`);
  const shape = parsed.data;
  const resources = (shape.resources ?? []).map((one): ResourceConfig => ({
    address: one.address,
    providerKey: one.provider_config_key ?? "",
    expressions: one.expressions ?? {},
    repeat: repeatOf(one),
    dependsOn: one.depends_on ?? [],
  }));
  const outputs = Object.entries(shape.outputs ?? {}).map(([name, output]) => [name, output.expression?.references ?? []] as const);
  return { config: { resources: new Map(resources.map((one) => [one.address, one])), calls: new Map(), outputs: new Map(outputs) }, shape };
}

function repeatOf(repeated: { count_expression?: z.infer<typeof expressionShape> | null | undefined; for_each_expression?: z.infer<typeof expressionShape> | null | undefined }): References {
  return [...(repeated.for_each_expression?.references ?? []), ...(repeated.count_expression?.references ?? [])];
}

/** What an expression refers to; null for what is a block or a list of blocks. */
export function referencesOf(expression: unknown): References | null {
  if (expression === null || typeof expression !== "object" || Array.isArray(expression)) return null;
  const names = Object.keys(expression);
  if ("references" in expression && Array.isArray(expression.references)) return expression.references.filter((reference) => typeof reference === "string");
  return names.length === 1 && names[0] === "constant_value" ? [] : null;
}
