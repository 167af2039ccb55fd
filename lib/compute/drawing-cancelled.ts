import { CloudVizError } from "../core/error";

/** What a drawing that nobody waits for any more ends with. */
export function drawingCancelled(): CloudVizError {
  return new CloudVizError("cancelled", "The drawing was cancelled.");
}
