import { createHash } from "node:crypto";
import type { DrawInput } from "../../compute/draw-input";
import { drawFile, type ExportedFile } from "../diagrams/draw-file";
import { momentOf, pictureOf } from "../diagrams/picture-of";
import { drawShared } from "./draw-shared";
import { noSuchLink } from "./find-open-share";
import { openShare, type ReadCookie } from "./open-share";

/** How the files of a link end, and their formats. */
const formats: Readonly<Record<string, string>> = { svg: "svg", png: "png", mmd: "mermaid", json: "json" };

export interface SharedFile {
  /** Changes whenever the content may. */
  etag: string;
  /** Nobody has to give a password for it. */
  isPublic: boolean;
  draw(signal: AbortSignal): Promise<ExportedFile>;
}

/** A file of what a link shows. Throws `password-required`, or `not-found` where the link allows no files, too. */
export async function shareFile(token: string, ending: string, cookie: ReadCookie): Promise<SharedFile> {
  const { share, diagram } = await openShare(token, cookie);
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  if (!share.allow.files || format === undefined) throw noSuchLink();
  const drawing = await drawShared(share, diagram);
  const etag = createHash("sha256").update(JSON.stringify([drawing.token, format])).digest("base64url").slice(0, 22);
  return {
    etag,
    isPublic: !share.hasPassword,
    async draw(signal) {
      const drawn = await drawing.draw();
      const { layout, theme, title } = drawn.diagram;
      const { resources, edges } = drawn.narrowed;
      // The drawing holds no places but those that hold in its look.
      const subject = format === "json" ? { inventory: { title, resources, edges, coverage: [] } } : { picture: await pictureOf(drawn, { layout, theme, isWhole: true }, share.frozenAt ?? (await momentOf(drawn))) };
      const input: DrawInput = { format, options: {}, ...subject };
      return drawFile(input, signal);
    },
  };
}
