import type { JobExport } from "@/lib/core/job/job";

/** Whether the file of an export can still be had. */
export function isKept({ filename, expiresAt }: Pick<JobExport, "filename" | "expiresAt">): boolean {
  return filename !== null && expiresAt !== null && Date.parse(expiresAt) > Date.now();
}
