"use client";

import { lazy } from "react";

/** Next sends what a page is not found by with every page: this little stands for it until it is needed. */
export const NotFoundPage = lazy(() => import("./no-such-page").then((module) => ({ default: module.NoSuchPage })));
