"use client";

import { ProblemNotice } from "../ui/problem-notice";
import { PageFrame } from "./page-frame";

/** A page that could not be drawn. */
export function PageProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <PageFrame crumbs={[{ label: "Something went wrong" }]}>
      <ProblemNotice error={error} onRetry={onRetry} />
    </PageFrame>
  );
}
