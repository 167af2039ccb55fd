import { createHash } from "node:crypto";
import type { SharedDiagram } from "../../core/api/shares";
import { momentOf } from "../diagrams/picture-of";
import { toDiagramView } from "../diagrams/view-diagram";
import { drawShared } from "./draw-shared";
import { openShare, type ReadCookie } from "./open-share";

export interface SharedView {
  /** Another where another answer would be given. */
  etag: string;
  read(): Promise<SharedDiagram>;
  countView(): Promise<void>;
}

/** What is shown to who opens a link. Throws `not-found` or `password-required`. */
export async function viewShared(token: string, cookie: ReadCookie): Promise<SharedView> {
  const { share, diagram } = await openShare(token, cookie);
  const drawing = await drawShared(share, diagram);
  const { mode, allow, hide } = share;
  return {
    etag: createHash("sha256").update(JSON.stringify([drawing.token, mode, allow, share.frozenAt])).digest("base64url").slice(0, 22),
    read: async () => {
      const drawn = await drawing.draw();
      const view = await toDiagramView(drawn);
      const asOf = share.frozenAt ?? (await momentOf(drawn));
      return { mode, asOf, allow, hide, view };
    },
    countView: async () => {
      const { countView } = await import("../../db/shares");
      await countView(share.id);
    },
  };
}
