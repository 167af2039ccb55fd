import { openVault } from "../../auth/vault";
import type { newConnection } from "../../core/api/connections";
import type { Connection } from "../../core/connection";
import { jsonObject } from "../../core/json";
import type { Principal } from "../../core/principal";
import { newId } from "../../core/ulid";
import type { z } from "zod";
import { nameOf, openGiven } from "./open-given";

const checkTimeoutMs = 30_000;

/** Checks the credentials with a real call, seals them, and only then stores the connection. */
export async function createConnection(draft: z.output<typeof newConnection>, principal: Principal, signal: AbortSignal): Promise<Connection> {
  const { provider, opened } = await openGiven(draft, AbortSignal.any([signal, AbortSignal.timeout(checkTimeoutMs)]));
  opened.close();
  const id = newId("con");
  const repository = await import("../../db/connections");
  return repository.createConnection({
    id,
    kind: "cloud",
    source: draft.provider,
    identity: null,
    name: draft.name ?? nameOf(provider, opened),
    settings: jsonObject.parse(provider.settings.parse(draft.settings)),
    sealedCredentials: await openVault().seal(id, JSON.stringify(draft.credentials)),
    createdBy: principal.id,
  });
}
