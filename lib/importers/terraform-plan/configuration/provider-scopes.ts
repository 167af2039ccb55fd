import { z } from "zod";
import type { TerraformScope } from "../../../core/terraform/terraform-provider";
import { looksLikeCredential } from "../../../secrets/secret-value";
import { readReferences } from "./read-references";

const expression = z.object({ constant_value: z.unknown().optional(), references: z.array(z.string()).nullish() });

/** The rest of a provider's configuration is credentials as often as not: nothing else of it is read. */
const providerConfig = z.object({
  name: z.string().nullish(),
  alias: z.string().nullish(),
  expressions: z.object({ region: expression, project: expression, zone: expression, subscription_id: expression }).partial().nullish().catch(null),
});
export const providerConfigs = z.record(z.string(), providerConfig).nullish();
export const planVariables = z.record(z.string(), z.object({ value: z.unknown().optional() })).nullish();

/** One configured provider of a plan. */
export interface ProviderScope {
  /** By its key (`aws.west`): resources that share it share account and region. */
  key: string;
  scope: TerraformScope;
  /** What a resource that leaves it out is given. */
  defaults: ReadonlyMap<string, string>;
}

/** Which region, project and subscription each provider of the configuration is set to, by the key that resources name. */
export class ProviderScopes {
  readonly #scopes: ReadonlyMap<string, ProviderScope>;

  constructor(configs: z.infer<typeof providerConfigs>, variables: z.infer<typeof planVariables>) {
    const values = new Map(Object.entries(variables ?? {}).map(([name, { value }]) => [name, value]));
    this.#scopes = new Map(Object.entries(configs ?? {}).map(([key, { expressions }]) => {
      const defaults = new Map<string, string>();
      for (const name of ["region", "project", "zone", "subscription_id"] as const) {
        const value = valueOf(expressions?.[name], values);
        if (value !== null) defaults.set(name, value);
      }
      const account = defaults.get("project") ?? defaults.get("subscription_id") ?? null;
      return [key, { key, scope: { account, region: defaults.get("region") ?? null }, defaults }];
    }));
  }

  /** A module's `module.net:aws` is the root's `aws` where the module does not configure its own. */
  of(key: string): ProviderScope {
    return this.#scopes.get(key) ?? this.#scopes.get(key.slice(key.lastIndexOf(":") + 1)) ?? { key, scope: {}, defaults: new Map() };
  }
}

function valueOf(asked: z.infer<typeof expression> | undefined, variables: ReadonlyMap<string, unknown>): string | null {
  const [reference, ...more] = readReferences(asked?.references ?? []);
  const value = reference === undefined ? asked?.constant_value : reference.kind === "variable" && more.length === 0 ? variables.get(reference.name) : undefined;
  return typeof value === "string" && /^[\w-]{1,100}$/.test(value) && !looksLikeCredential(value) ? value : null;
}
