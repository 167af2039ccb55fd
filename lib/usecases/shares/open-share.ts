import { isShareAccess, shareCookieName } from "../../auth/share-access";
import type { Diagram } from "../../core/diagram/diagram";
import { CloudVizError } from "../../core/error";
import type { Share } from "../../core/share/share";
import { findDiagram } from "../diagrams/find-diagram";
import { findOpenShare } from "./find-open-share";

export interface OpenedShare {
  share: Share;
  /** Of a frozen link the diagram as it was, else as it is. */
  diagram: Diagram;
}

/** A cookie of whoever opens the link, by its name. */
export type ReadCookie = (name: string) => string | null;

/** What a link leads to. Throws `not-found`, or `password-required` for who has not given the password. */
export async function openShare(token: string, cookie: ReadCookie): Promise<OpenedShare> {
  const { share, tokenHash, passwordHash } = await findOpenShare(token);
  if (passwordHash !== null && !isShareAccess(cookie(shareCookieName(tokenHash)), { id: share.id, tokenHash, passwordHash })) {
    throw new CloudVizError("password-required", "This link has a password. Give it to see the diagram.");
  }
  return { share, diagram: (await frozenOf(share)) ?? (await findDiagram(share.diagramId)) };
}

async function frozenOf({ id, mode }: Share): Promise<Diagram | null> {
  if (mode === "live") return null;
  const { readFrozen } = await import("../../db/shares");
  return readFrozen(id);
}
