import { createHmac } from "node:crypto";
import { isSameHash } from "./share-token";

/** What the access of who knew a link's password hangs on: it ends when the password changes or the token does. */
export interface LockedShare {
  id: string;
  tokenHash: string;
  /** The key: nobody outside the database knows it. */
  passwordHash: string;
}

/** Stored by the browser of who gave the right password. */
export function makeShareAccess({ id, tokenHash, passwordHash }: LockedShare): string {
  return createHmac("sha256", passwordHash).update(`${id} ${tokenHash}`).digest("base64url");
}

export function isShareAccess(given: string | null, share: LockedShare): boolean {
  return given !== null && isSameHash(given, makeShareAccess(share));
}

/** Each link has a cookie of its own; its name is no secret, and does not tell the token. */
export function shareCookieName(tokenHash: string): string {
  return `cloudviz_share_${tokenHash.slice(0, 16)}`;
}
