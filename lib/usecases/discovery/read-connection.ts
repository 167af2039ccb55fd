import { openVault } from "../../auth/vault";
import type { Connection } from "../../core/connection";
import { CloudVizError } from "../../core/error";
import type { JsonObject } from "../../core/json";
import { jsonObject } from "../../core/json";

/** @throws CloudVizError "not-found" when it was removed. */
export async function readConnection(id: string | null): Promise<Connection> {
  const { getConnection } = await import("../../db/connections");
  const connection = id === null ? null : await getConnection(id);
  if (connection === null) throw new CloudVizError("not-found", "The connection was removed before its discovery began.");
  return connection;
}

export async function openCredentials(connection: Connection): Promise<JsonObject> {
  const { readSealedCredentials } = await import("../../db/connections");
  const sealed = await readSealedCredentials(connection.id);
  if (sealed === null) throw new CloudVizError("invalid-credentials", "This connection has no credentials. Remove it and connect again.");
  return jsonObject.parse(JSON.parse(await openVault().open(connection.id, sealed)));
}
