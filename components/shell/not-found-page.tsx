"use client";

import dynamic from "next/dynamic";

/** Next sends what a page is not found by with every page: this little stands for it until it is needed. */
export const NotFoundPage = dynamic(() => import("./no-such-page").then((module) => module.NoSuchPage));
