"use client";

import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import type { RunningJob } from "@/lib/core/job/app-event";
import { counted, percentWords } from "../data/words";

/** Leads to what runs in the background. */
export function RunningPill({ first, running }: { first: RunningJob; running: readonly RunningJob[] }) {
  const words = running.length > 1 ? `${counted(running.length, "job")} running` : wordsOf(first);
  const percent = running.length > 1 ? null : percentWords(first.progress);
  return (
    <Link
      href={running.length === 1 ? `/jobs/${first.id}` : "/jobs?status=running"}
      title={percent === null ? words : `${words} · ${percent}`}
      className="inline-flex h-7 min-w-0 shrink items-center gap-1.5 rounded-full bg-info-ground px-2.5 text-sm font-medium text-link hover:underline max-sm:shrink-0"
    >
      <LoaderCircle size={13} aria-hidden className="shrink-0 animate-spin motion-reduce:animate-none" />
      <span className="max-w-56 truncate tabular-nums max-sm:sr-only">{words}</span>
      {percent === null ? (
        <span aria-hidden className="tabular-nums sm:hidden">{running.length === 1 ? "…" : running.length}</span>
      ) : (
        <span className="shrink-0 tabular-nums"><span className="max-sm:sr-only"> · </span>{percent}</span>
      )}
    </Link>
  );
}

function wordsOf({ kind, connectionName }: RunningJob): string {
  if (kind === "discovery") return `Discovering ${connectionName ?? "…"}`;
  return kind === "export" ? "Drawing an export" : "1 job running";
}
