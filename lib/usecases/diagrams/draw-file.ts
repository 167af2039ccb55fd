import { drawer } from "../../compute/drawer";
import type { DrawInput, DrawnFor, DrawStage } from "../../compute/draw-input";
import { safeFilename } from "./safe-filename";

export interface ExportedFile {
  content: string | Uint8Array;
  mediaType: string;
  filename: string;
}

/** Makes a file of what it is given and of nothing else, named for its title. */
export async function drawFile(input: DrawInput, signal: AbortSignal, onStage?: (stage: DrawStage) => void, drawnFor?: DrawnFor): Promise<ExportedFile> {
  const { content, mediaType, extension } = await drawer()(input, signal, onStage, drawnFor);
  const { title } = "picture" in input ? input.picture.view : input.inventory;
  return { content, mediaType, filename: safeFilename(title, extension) };
}
