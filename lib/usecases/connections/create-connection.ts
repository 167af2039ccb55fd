import { openVault } from "../../auth/vault";
import type { newConnection } from "../../core/api/connections";
import type { Connection } from "../../core/connection";
import { CloudVizError } from "../../core/error";
import { jsonObject } from "../../core/json";
import type { Principal } from "../../core/principal";
import { newId } from "../../core/ulid";
import type { z } from "zod";

const checkTimeoutMs = 30_000;

/** Checks the credentials with a real call, seals them, and only then stores the connection. */
export async function createConnection(draft: z.output<typeof newConnection>, principal: Principal, signal: AbortSignal): Promise<Connection> {
  const { loadProvider, openProvider } = await import("../../providers/open-provider");
  const provider = await loadProvider(draft.provider).catch((error: unknown) => {
    // The provider stands in the body, so that "not found" would name the wrong thing.
    if (error instanceof CloudVizError) throw new CloudVizError("invalid-request", error.message, { details: [{ pointer: "/provider", detail: "is not known" }] });
    throw error;
  });
  const opened = await openProvider(draft.provider, draft, AbortSignal.any([signal, AbortSignal.timeout(checkTimeoutMs)]));
  const { title } = opened;
  opened.close();
  const id = newId("con");
  const repository = await import("../../db/connections");
  return repository.createConnection({
    id,
    kind: "cloud",
    source: draft.provider,
    identity: null,
    name: draft.name ?? `${provider.label} ${title}`,
    settings: jsonObject.parse(provider.settings.parse(draft.settings)),
    sealedCredentials: await openVault().seal(id, JSON.stringify(draft.credentials)),
    createdBy: principal.id,
  });
}
