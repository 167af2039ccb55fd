import { Download } from "lucide-react";
import { jobFileUrl } from "@/lib/api-client";
import type { ListedJob } from "@/lib/core/job/job";
import { buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { isKept } from "./is-kept";

/** Saves the file that a job has drawn, as long as it is kept. */
export function DownloadFile({ job: { id, export: drawn }, className }: { job: ListedJob; className?: string }) {
  const filename = drawn !== null && isKept(drawn) ? drawn.filename : null;
  if (filename === null) return null;
  return (
    <a href={jobFileUrl(id)} download={filename} aria-label={`Download ${filename}`} className={classNames(buttonClass("plain", "small"), className)}>
      <Download size={14} aria-hidden /> Download
    </a>
  );
}
