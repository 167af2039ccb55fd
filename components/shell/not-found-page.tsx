"use client";

import { lazy } from "react";

const NoSuchPage = lazy(() => import("./no-such-page").then((module) => ({ default: module.NoSuchPage })));

/**
 * Next sends what a page is not found by with every page: this little stands for it until it is needed. A function, because
 * what `lazy` makes cannot be handed over a module's border from the server: React takes a component that is late for none.
 */
export function NotFoundPage() {
  return <NoSuchPage />;
}
