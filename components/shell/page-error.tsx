"use client";

import { lazy, Suspense } from "react";

interface PageErrorProps {
  error: Error;
  onRetry: () => void;
}

/** Comes when it is needed: with every page it would be a second copy of the page's frame. Where it cannot come, as after an update of the server, plain words do. */
const PageProblem = lazy(() =>
  import("./page-problem").then(
    (module) => ({ default: module.PageProblem }),
    () => ({ default: PlainProblem }),
  ),
);

export function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <Suspense>
      <PageProblem error={error} onRetry={reset} />
    </Suspense>
  );
}

function PlainProblem({ onRetry }: PageErrorProps) {
  return (
    <main role="alert" className="flex-1 p-6">
      <h1 className="text-lg font-semibold">Something went wrong</h1>
      <p className="mt-1 text-muted">The page could not be loaded. Reload it; if that does not help, the server does not answer.</p>
      <button type="button" onClick={onRetry} className="mt-3 h-8 rounded-card border border-control bg-surface px-3 font-medium hover:bg-hover">Try again</button>
    </main>
  );
}
