import type { z } from "zod";
import { CloudVizError } from "../core/error";
import { providers } from "./index";
import type { ProviderId } from "./index";
import type { OpenedProvider, Provider } from "./provider";

/** What a person typed or what was unsealed, not parsed yet. */
export interface ProviderInput {
  credentials: unknown;
  settings: unknown;
}

/**
 * Parses credentials and settings and checks them with a real call. Throws CloudVizError: `invalid-request` (the shape),
 * `invalid-credentials`, `forbidden` or `unavailable`; none of their messages holds a secret. Close what it returns.
 */
export async function openProvider(id: string, input: ProviderInput, signal: AbortSignal): Promise<OpenedProvider> {
  const provider = await loadProvider(id);
  const credentials = parse(provider.credentials, input.credentials, "/credentials");
  const settings = parse(provider.settings, input.settings, "/settings");
  return provider.connect(credentials, settings, signal);
}

export async function loadProvider(id: string): Promise<Provider> {
  if (!isProviderId(id)) {
    throw new CloudVizError("not-found", `There is no provider "${id}". Known providers: ${Object.keys(providers).join(", ")}.`);
  }
  return providers[id]();
}

function isProviderId(id: string): id is ProviderId {
  return Object.hasOwn(providers, id);
}

function parse<Output>(schema: z.ZodType<Output>, value: unknown, pointer: string): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({ pointer: [pointer, ...issue.path].join("/"), detail: issue.message }));
  const told = details.map((detail) => `${detail.pointer}: ${detail.detail}`).join("; ");
  throw new CloudVizError("invalid-request", `The connection's details are not complete: ${told}`, { details });
}
