import { hashShareToken, makeShareToken } from "../../auth/share-token";
import type { MadeShare } from "../../core/api/shares";
import { toMadeShare } from "./made-share";

/** Another token from now on: who has only the old one is out. Throws `not-found`, or `conflict` when the link was revoked. */
export async function rotateShare(id: string): Promise<MadeShare> {
  const token = makeShareToken();
  const repository = await import("../../db/shares");
  return toMadeShare(await repository.replaceToken(id, hashShareToken(token)), token);
}
