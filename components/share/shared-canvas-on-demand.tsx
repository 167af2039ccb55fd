"use client";

import { CanvasSkeleton } from "../diagram/editor/canvas-skeleton";
import { onDemand } from "../ui/on-demand";

/** The painter and what reads a view: not for who is asked for a password first, or looks at the table. */
export const SharedCanvas = onDemand(() => import("./shared-canvas").then((module) => module.SharedCanvas), CanvasSkeleton);
