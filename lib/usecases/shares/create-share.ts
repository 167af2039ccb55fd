import type { z } from "zod";
import { hashPassword } from "../../auth/password";
import { hashShareToken, makeShareToken } from "../../auth/share-token";
import { shareDays, type MadeShare, type newShare } from "../../core/api/shares";
import type { Diagram } from "../../core/diagram/diagram";
import type { Principal } from "../../core/principal";
import { newId } from "../../core/ulid";
import { findDiagram } from "../diagrams/find-diagram";
import { settleDiagram } from "../diagrams/settle-diagram";
import { checkExpiry, checkShareView } from "./check-share";
import { toMadeShare } from "./made-share";

const dayMs = 86_400_000;

/** Makes a link to a diagram; this answer is the only one that holds its token. Throws `not-found`, `invalid-request` or `invalid-filter`. */
export async function createShare(diagramId: string, wanted: z.output<typeof newShare>, principal: Principal): Promise<MadeShare> {
  const diagram = await findDiagram(diagramId);
  await checkShareView(wanted.view);
  checkExpiry(wanted.expiresAt);
  const now = new Date();
  const { password, expiresAt = new Date(now.getTime() + shareDays * dayMs).toISOString(), ...draft } = wanted;
  const token = makeShareToken();
  const { createShare: store } = await import("../../db/shares");
  const isFrozen = wanted.mode === "frozen";
  const share = await store({
    ...draft,
    id: newId("shr"),
    diagramId,
    expiresAt,
    tokenHash: hashShareToken(token),
    passwordHash: password === null ? null : await hashPassword(password),
    frozen: isFrozen ? await freeze(diagram, now) : null,
    frozenAt: isFrozen ? now.toISOString() : null,
    createdBy: principal.id,
  });
  return toMadeShare(share, token);
}

/** The diagram with its edits as they are now, of the inventory as it is now: both stay as they are. */
async function freeze(diagram: Diagram, now: Date): Promise<Diagram> {
  const settled = await settleDiagram(diagram);
  return { ...settled, source: { ...settled.source, at: settled.source.at ?? now.toISOString() } };
}
