import { env } from "../../config/env";
import { CloudVizError } from "../../core/error";

const bytesPerMb = 1024 * 1024;

export function importLimitBytes(): number {
  return env().maxImportMb * bytesPerMb;
}

export function importTooLarge(): CloudVizError {
  return new CloudVizError("too-large", `The file is larger than ${env().maxImportMb} MB. Set CLOUDVIZ_MAX_IMPORT_MB to a higher number and start CloudViz again, or import it in parts.`);
}
