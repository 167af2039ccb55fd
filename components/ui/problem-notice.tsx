"use client";

import { OctagonX } from "lucide-react";
import type { ReactNode } from "react";
import { ApiError } from "@/lib/api-client";
import { CloudVizError } from "@/lib/core/error";
import { Button } from "./button";
import { classNames } from "./class-names";
import { onDemand } from "./on-demand";

/** Only an answer has a request id, so whoever gave it also gives this. */
const CopyButton = onDemand(() => import("./copy-button").then((module) => module.CopyButton), CopyButtonPlace);

/** What went wrong, what to do, and the request id that the server's log has. */
export function ProblemNotice({ error, onRetry, className, children }: { error: unknown; onRetry?: () => void; className?: string; children?: ReactNode }) {
  const problem = error instanceof ApiError ? error.problem : null;
  const details = problem?.errors.filter(({ detail }) => detail !== problem.detail) ?? [];
  return (
    <div role="alert" className={classNames("flex gap-3 rounded-card border border-danger bg-danger-ground p-3", className)}>
      <OctagonX size={16} className="mt-px shrink-0 text-danger" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-ink">{problem?.title ?? "Something went wrong"}</p>
        <p className="mt-0.5 break-words text-ink">{describe(error)}</p>
        {details.length > 0 && (
          <ul className="mt-1 list-disc ps-4 text-sm text-ink">
            {details.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`} className="break-words">{pointer === "" ? detail : `${pointer}: ${detail}`}</li>
            ))}
          </ul>
        )}
        {children}
        {problem !== null && (
          <p className="mt-1 flex flex-wrap items-center gap-1 text-xs text-muted">
            Request <code className="font-mono">{problem.requestId}</code>
            <CopyButton text={problem.requestId} label="Copy request id" />
          </p>
        )}
        {onRetry !== undefined && <Button size="small" className="mt-2" onClick={onRetry}>Try again</Button>}
      </div>
    </div>
  );
}

/** Only texts written for people are shown; what else was thrown is of no use to them. */
function describe(error: unknown): string {
  return error instanceof ApiError || error instanceof CloudVizError ? error.message : "The page could not make sense of what it got. Reload it; if that does not help, the server and the page are of different versions.";
}

function CopyButtonPlace() {
  return <span className="size-6" />;
}
