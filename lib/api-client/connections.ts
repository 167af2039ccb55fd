import type { AccessCheck, AccessRequest, NewConnection } from "../core/api/connections";
import type { Connection } from "../core/connection";
import type { Job } from "../core/job/job";
import { request, requestNothing } from "./request";

export async function listConnections(signal?: AbortSignal): Promise<Connection[]> {
  return (await request<{ data: Connection[] }>("connections", { signal, query: { limit: 500 } })).data;
}

/** Checks the credentials with a real call before anything is stored. */
export function createConnection(body: NewConnection): Promise<Connection> {
  return request<Connection>("connections", { method: "POST", body });
}

/** What the credentials reach; nothing is stored. */
export function checkAccess(body: AccessRequest, signal?: AbortSignal): Promise<AccessCheck> {
  return request<AccessCheck>("connections/check", { method: "POST", body, signal });
}

export function removeConnection(id: string): Promise<void> {
  return requestNothing(`connections/${encodeURIComponent(id)}`, { method: "DELETE" });
}

export function startDiscovery(connectionId: string): Promise<Job> {
  return request<Job>(`connections/${encodeURIComponent(connectionId)}/discoveries`, { method: "POST" });
}
