import type { DiagramViewBoxes } from "../../core/diagram/view";
import { toDiagramViewBoxes } from "../diagrams/view-diagram";
import { drawShared } from "./draw-shared";
import { openShare, type ReadCookie } from "./open-share";

/** What stands behind the boxes of a shared view: stand-ins where ids are hidden. Throws `not-found` or `password-required`. */
export async function listSharedBoxes(token: string, cookie: ReadCookie): Promise<DiagramViewBoxes> {
  const { share, diagram } = await openShare(token, cookie);
  const { draw } = await drawShared(share, diagram);
  return toDiagramViewBoxes(await draw());
}
