import type { z } from "zod";
import { hashPassword } from "../../auth/password";
import type { shareChange } from "../../core/api/shares";
import type { Share } from "../../core/share/share";
import { checkExpiry } from "./check-share";

/** What is left out stays. Throws `not-found`, `invalid-request`, or `conflict` when the link was revoked. */
export async function updateShare(id: string, { password, ...change }: z.output<typeof shareChange>): Promise<Share> {
  checkExpiry(change.expiresAt);
  const repository = await import("../../db/shares");
  return repository.updateShare(id, { ...change, passwordHash: typeof password === "string" ? await hashPassword(password) : password });
}
