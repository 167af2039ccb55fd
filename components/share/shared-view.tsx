"use client";

import { useEffect } from "react";
import { ApiError } from "@/lib/api-client";
import { CanvasSkeleton } from "../diagram/editor/canvas-skeleton";
import { onDemand } from "../ui/on-demand";
import { ProblemNotice } from "../ui/problem-notice";
import { EmbeddedDiagram } from "./embedded-diagram";
import { NoSuchLink } from "./no-such-link";
import { SharedDiagramPage } from "./shared-diagram-page";
import { useShared } from "./use-shared";

const PasswordForm = onDemand(() => import("./password-form").then((module) => module.PasswordForm));

/** What a link shows to whoever opens it; `isEmbedded`: in a frame on somebody else's page. */
export function SharedView({ token, isEmbedded = false }: { token: string; isEmbedded?: boolean }) {
  const { data: shared, error, refetch } = useShared(token);
  const code = error instanceof ApiError ? (error.problem?.code ?? null) : null;
  const isOpen = shared !== undefined && code !== "not-found" && code !== "password-required";
  const title = isOpen ? shared.view.title : null;
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
  if (code === "not-found") return <NoSuchLink />;
  if (code === "password-required") return <PasswordForm token={token} onOpen={refetch} />;
  if (!isOpen) {
    return (
      <main id="content" tabIndex={-1} className="flex h-dvh flex-col bg-canvas outline-none">
        {error === null ? <CanvasSkeleton /> : <ProblemNotice error={error} onRetry={() => void refetch()} className="m-6" />}
      </main>
    );
  }
  return isEmbedded ? <EmbeddedDiagram token={token} shared={shared} /> : <SharedDiagramPage token={token} shared={shared} />;
}
