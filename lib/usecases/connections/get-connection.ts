import type { Connection } from "../../core/connection";
import { CloudVizError } from "../../core/error";

export async function getConnection(id: string): Promise<Connection> {
  const repository = await import("../../db/connections");
  const connection = await repository.getConnection(id);
  if (connection === null) throw new CloudVizError("not-found", "There is no such connection.");
  return connection;
}
