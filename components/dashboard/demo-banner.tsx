"use client";

import { FlaskConical } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { useRemoveDemo } from "./use-demo";

const ConfirmDialog = lazy(() => import("../ui/confirm-dialog").then((module) => ({ default: module.ConfirmDialog })));

export function DemoBanner() {
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const remove = useRemoveDemo(() => {
    setAsking(false);
    toast({ title: "Demo data removed" });
  });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-hairline bg-info-ground py-2 ps-4 pe-2">
      <FlaskConical size={16} aria-hidden className="shrink-0 text-link" />
      <p className="flex-1"><strong className="font-semibold">Demo data.</strong> An invented estate in three clouds, to look around with.</p>
      <Button size="small" onClick={() => setAsking(true)}>Remove</Button>
      {asking && (
        <Suspense>
          <ConfirmDialog open onOpenChange={setAsking} title="Remove the demo data?" action="Remove demo data" busy={remove.isPending} error={remove.error} onConfirm={() => remove.mutate()}>
            The demo’s resources and its diagram go. What you imported or connected yourself stays. You can add the demo again at any time.
          </ConfirmDialog>
        </Suspense>
      )}
    </div>
  );
}
