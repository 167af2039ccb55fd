import { limitAttempts } from "../../auth/attempt-limit";
import { isPassword } from "../../auth/password";
import { makeShareAccess, shareCookieName } from "../../auth/share-access";
import { CloudVizError } from "../../core/error";
import { findOpenShare } from "./find-open-share";

/** A cookie that stands for the password. */
export interface ShareAccess {
  name: string;
  value: string;
}

/** Null for a link without password. Throws `not-found`, `wrong-password` or `too-many-requests`. */
export async function unlockShare(token: string, password: string, address: string): Promise<ShareAccess | null> {
  const { share, tokenHash, passwordHash } = await findOpenShare(token);
  if (passwordHash === null) return null;
  const isRight = await limitAttempts(share.id, address, () => isPassword(password, passwordHash));
  if (!isRight) throw new CloudVizError("wrong-password", "This is not the password of the link.");
  return { name: shareCookieName(tokenHash), value: makeShareAccess({ id: share.id, tokenHash, passwordHash }) };
}
