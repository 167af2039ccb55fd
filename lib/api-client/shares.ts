import type { z } from "zod";
import type { MadeShare, NewShare, ShareChange, SharedDiagram, SharedTable, sharePage } from "../core/api/shares";
import type { Share } from "../core/share/share";
import { request, requestNothing } from "./request";

export type SharePage = z.infer<typeof sharePage>;

const pathOf = (id: string) => `shares/${encodeURIComponent(id)}`;
const sharedPathOf = (token: string) => `shared/${encodeURIComponent(token)}`;

/** Links, newest first, page by page; of one diagram or of all. */
export function listShares(diagram: string | null, cursor: string | null, signal?: AbortSignal): Promise<SharePage> {
  return request<SharePage>("shares", { signal, query: { diagram, cursor, limit: 50 } });
}

/** The answer is the only one that holds the token. */
export function createShare(diagramId: string, body: NewShare): Promise<MadeShare> {
  return request<MadeShare>(`diagrams/${encodeURIComponent(diagramId)}/shares`, { method: "POST", body });
}

export function updateShare(id: string, body: ShareChange): Promise<Share> {
  return request<Share>(pathOf(id), { method: "PATCH", body, headers: { "content-type": "application/merge-patch+json" } });
}

/** The link of before ends; the answer is the only one that holds the new token. */
export function rotateShare(id: string): Promise<MadeShare> {
  return request<MadeShare>(`${pathOf(id)}/rotate`, { method: "POST" });
}

export function revokeShare(id: string): Promise<void> {
  return requestNothing(pathOf(id), { method: "DELETE" });
}

/** What a link shows; without an account. Fails with `password-required` until `unlockShared` has answered. */
export function getShared(token: string, again: boolean, signal?: AbortSignal): Promise<SharedDiagram> {
  return request<SharedDiagram>(sharedPathOf(token), { signal, query: { again: again ? true : null } });
}

export function getSharedTable(token: string, signal?: AbortSignal): Promise<SharedTable> {
  return request<SharedTable>(`${sharedPathOf(token)}/table`, { signal });
}

/** A cookie remembers that the password was right. */
export function unlockShared(token: string, password: string): Promise<void> {
  return requestNothing(`${sharedPathOf(token)}/unlock`, { method: "POST", body: { password } });
}
