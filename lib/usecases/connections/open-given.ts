import type { AccessRequest } from "../../core/api/connections";
import { CloudVizError } from "../../core/error";
import type { OpenedProvider, Provider } from "../../providers/provider";

/** Opens what a request names. Close it. */
export async function openGiven(given: AccessRequest, signal: AbortSignal): Promise<{ provider: Provider; opened: OpenedProvider }> {
  const { loadProvider, openProvider } = await import("../../providers/open-provider");
  const provider = await loadProvider(given.provider).catch((error: unknown) => {
    // The provider stands in the body, so that "not found" would name the wrong thing.
    if (error instanceof CloudVizError) throw new CloudVizError("invalid-request", error.message, { details: [{ pointer: "/provider", detail: "is not known" }] });
    throw error;
  });
  return { provider, opened: await openProvider(given.provider, { credentials: given.credentials, settings: given.settings }, signal) };
}

/** For a connection that nobody named. */
export function nameOf({ label }: Provider, { title }: OpenedProvider): string {
  return `${label} ${title}`;
}
