import { CloudVizError } from "../core/error";
import { importers } from "./index";
import type { Importer, ImportFile } from "./importer";

/** The importer for a file, by its content and name. Throws `unreadable-file` when it is empty, `unrecognised-file` when it is nobody's. */
export async function recognizeImporter(file: Pick<ImportFile, "name" | "head">): Promise<Importer> {
  if (file.head.replace(/[\0\ufeff\s]/g, "") === "") {
    throw new CloudVizError("unreadable-file", "The file is empty. Export it again and import the new one.");
  }
  const labels: string[] = [];
  for (const load of Object.values(importers)) {
    const importer = await load();
    if (importer.recognizes(file)) return importer;
    labels.push(importer.label);
  }
  throw new CloudVizError("unrecognised-file", `This is no file that CloudViz can read. It reads: ${labels.join(", ")}. For Terraform, import what \`terraform state pull\` prints.`);
}
