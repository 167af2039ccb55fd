"use client";

import { PageFrame } from "@/components/shell/page-frame";
import { ProblemNotice } from "@/components/ui/problem-notice";

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <PageFrame crumbs={[{ label: "Something went wrong" }]}>
      <ProblemNotice error={error} onRetry={reset} />
    </PageFrame>
  );
}
