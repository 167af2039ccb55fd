import { hashShareToken, isSameHash } from "../../auth/share-token";
import { CloudVizError } from "../../core/error";
import type { OpenableShare } from "../../db/shares";

/**
 * The active link of a token. What is unknown, expired, paused or revoked is told in the same words, after the same one look
 * into the database: a frozen diagram is only read when the link opens.
 */
export async function findOpenShare(token: string): Promise<OpenableShare> {
  const hash = hashShareToken(token);
  const { findShare } = await import("../../db/shares");
  const found = await findShare(hash);
  if (found === null || !isSameHash(found.tokenHash, hash) || found.share.status !== "active") throw noSuchLink();
  return found;
}

export function noSuchLink(): CloudVizError {
  return new CloudVizError("not-found", "There is no such link.");
}
