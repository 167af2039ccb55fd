"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import type { MadeShare } from "@/lib/core/api/shares";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { useShares } from "../data/queries";
import type { DiagramUrl } from "../diagram/state/diagram-url";
import { counted } from "../data/words";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { MadeLink } from "./made-link";
import { NewShareForm, newShareFormId } from "./new-share-form";
import { ShareRow } from "./share-row";
import { sharedViewOf } from "./shared-view-of";

type Step = { kind: "list" } | { kind: "new" } | { kind: "made"; made: MadeShare };

/** The links of one diagram. There is none until somebody makes one. */
export function ShareDialog({ diagram, url, onClose }: { diagram: Diagram; url: DiagramUrl; onClose: () => void }) {
  const view = sharedViewOf(diagram, url);
  const [step, setStep] = useState<Step>({ kind: "list" });
  const [isBusy, setBusy] = useState(false);
  const back = () => setStep({ kind: "list" });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      isHeld={step.kind !== "list"}
      title={step.kind === "list" ? `Share “${diagram.title}”` : step.kind === "new" ? "New link" : "The link is made"}
      {...(step.kind === "made" ? { description: "Copy it now: it is not shown again." } : {})}
      footer={
        step.kind === "new" ? (
          <>
            <Button onClick={back}>Back</Button>
            {/* With a key: as the button of the step before, its click would submit the form that it opens. */}
            <Button key="create" type="submit" form={newShareFormId} look="primary" disabled={isBusy}>{isBusy ? "Creating…" : "Create link"}</Button>
          </>
        ) : step.kind === "made" ? (
          <Button look="primary" onClick={back}>I have it</Button>
        ) : (
          <>
            <Button onClick={onClose}>Close</Button>
            <Button look="primary" onClick={() => setStep({ kind: "new" })}><Plus size={15} aria-hidden /> Create link</Button>
          </>
        )
      }
    >
      {step.kind === "list" && <Links diagramId={diagram.id} />}
      {step.kind === "new" && <NewShareForm diagram={diagram} view={view} onBusy={setBusy} onMade={(made) => setStep({ kind: "made", made })} />}
      {step.kind === "made" && <MadeLink made={step.made} />}
    </Dialog>
  );
}

function Links({ diagramId }: { diagramId: string }) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useShares(diagramId);
  if (data === undefined) return error === null ? <SkeletonRows rows={3} label="Loading the links" /> : <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const shares = data.pages.flatMap((page) => page.data);
  const active = shares.filter(({ status }) => status === "active").length;
  return (
    <div className="flex flex-col gap-4">
      {active === 0 ? (
        <div>
          <p className="font-medium">Nobody without an account can open this diagram.</p>
          <p className="mt-1 text-muted">A link opens it for whoever has it, to look at: live or as it is now, for as long as you say, without what you hide.</p>
        </div>
      ) : (
        <p className="font-medium">{counted(active, "link opens", "links open")} this diagram without an account.</p>
      )}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {shares.length > 0 && <ul aria-label="Links" className="flex flex-col divide-y divide-hairline border-t border-hairline">{shares.map((share) => <ShareRow key={share.id} share={share} />)}</ul>}
      {hasNextPage && <Button size="small" className="self-center" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{isFetchingNextPage ? "Loading…" : "Show more"}</Button>}
    </div>
  );
}
