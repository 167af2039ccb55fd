import type { JsonObject } from "../lib/core/json";
import { UsageError } from "./exit";

/** What the command line says about where to look; each belongs to one cloud. */
export interface PlaceOptions {
  regions?: string;
  profile?: string;
  subscriptions?: string;
  tenant?: string;
  scopes?: string;
  projects?: string;
  endpoint?: string;
}

export interface DiscoverInput {
  credentials: JsonObject;
  settings: JsonObject;
}

interface Place {
  options: readonly (keyof PlaceOptions)[];
  input(options: PlaceOptions): DiscoverInput;
}

/** Every cloud, each with the options that mean something there. */
const places: Record<string, Place> = {
  aws: { options: ["regions", "profile"], input: ({ regions, profile }) => ({ credentials: { mode: "default", ...given("profile", profile) }, settings: { regions: listOf("regions", regions) } }) },
  azure: { options: ["subscriptions", "tenant"], input: ({ subscriptions, tenant }) => ({ credentials: azureCredentials(process.env, tenant), settings: { subscriptions: listOf("subscriptions", subscriptions) } }) },
  gcp: {
    options: ["scopes", "projects", "endpoint"],
    input: ({ scopes, projects, endpoint }) => ({ credentials: { mode: "default" }, settings: { scopes: listOf("scopes", scopes), projects: listOf("projects", projects), ...given("endpoint", endpoint) } }),
  },
};

/** Throws a `UsageError` that names what there is: for an unknown cloud, an option of another one, a list that is empty. */
export function discoverInput(provider: string, options: PlaceOptions): DiscoverInput {
  const place = Object.hasOwn(places, provider) ? places[provider] : undefined;
  if (place === undefined) throw new UsageError(`There is no provider ${JSON.stringify(provider)}. Choose one of: ${Object.keys(places).join(", ")}.`);
  for (const [cloud, { options: own }] of Object.entries(places)) {
    const strange = cloud === provider ? undefined : own.find((option) => options[option] !== undefined);
    if (strange !== undefined) throw new UsageError(`--${strange} is for ${cloud}. For ${provider} there are: ${place.options.map((option) => `--${option}`).join(", ")}.`);
  }
  return place.input(options);
}

/** An application by the variables that all of Azure's tools know, else whoever is signed in with the Azure CLI. */
function azureCredentials({ AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET }: NodeJS.ProcessEnv, tenant: string | undefined): JsonObject {
  const tenantId = tenant ?? AZURE_TENANT_ID;
  if (tenantId !== undefined && AZURE_CLIENT_ID !== undefined && AZURE_CLIENT_SECRET !== undefined) return { mode: "secret", tenantId, clientId: AZURE_CLIENT_ID, clientSecret: AZURE_CLIENT_SECRET };
  return { mode: "cli", ...given("tenantId", tenantId) };
}

/** null = all. Throws a `UsageError` for a list that names nothing. */
function listOf(option: string, text: string | undefined): string[] | null {
  if (text === undefined) return null;
  const named = [...new Set(text.split(",").map((one) => one.trim()).filter((one) => one !== ""))];
  if (named.length === 0) throw new UsageError(`--${option} names nothing. Leave it out to look at all of them, or write them with commas: --${option} one,two.`);
  return named;
}

function given(key: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: value };
}
