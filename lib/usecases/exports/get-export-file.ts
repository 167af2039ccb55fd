import { CloudVizError } from "../../core/error";
import type { StoredFile } from "../../db/exports";

/** The file that a job has drawn. Throws `not-found`: of every job that has none, not yet or not any more. */
export async function getExportFile(jobId: string): Promise<{ etag: string; read(): Promise<StoredFile> }> {
  const { hasExportFile, readExportFile } = await import("../../db/exports");
  const now = new Date();
  if (!(await hasExportFile(jobId, now))) throw noFile();
  return {
    // Once stored it is never another one.
    etag: jobId,
    read: async () => {
      const file = await readExportFile(jobId, now);
      if (file === null) throw noFile();
      return file;
    },
  };
}

function noFile(): CloudVizError {
  return new CloudVizError("not-found", "There is no file of this job. Files are kept for 24 hours: export again.");
}
