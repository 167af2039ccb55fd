"use client";

import { onDemand } from "../ui/on-demand";

/** Next sends what a page is not found by with every page: this little stands for it until it is needed. */
export const NotFoundPage = onDemand(() => import("./no-such-page").then((module) => module.NoSuchPage));
