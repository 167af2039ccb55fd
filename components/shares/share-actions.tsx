"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CirclePause, CirclePlay, EllipsisVertical, Link2Off, Pencil, RotateCw } from "lucide-react";
import { useState } from "react";
import { revokeShare, rotateShare, updateShare } from "@/lib/api-client";
import type { MadeShare } from "@/lib/core/api/shares";
import type { Share } from "@/lib/core/share/share";
import { sharesKey } from "../data/queries";
import { Button, buttonClass } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Dialog } from "../ui/dialog";
import { HeldKeys } from "../ui/held-keys";
import { Menu, MenuGroup, MenuItem } from "../ui/menu";
import { onDemand } from "../ui/on-demand";
import { useToast } from "../ui/toast";
import { MadeLink } from "./made-link";

const EditShare = onDemand(() => import("./edit-share").then((module) => module.EditShare), HeldKeys);

/** What can be done with a link, and the questions before it. */
export function ShareActions({ share, name }: { share: Share; name: string }) {
  const [asking, setAsking] = useState<"edit" | "rotate" | "revoke" | null>(null);
  const [rotated, setRotated] = useState<MadeShare | null>(null);
  const client = useQueryClient();
  const toast = useToast();
  const close = () => setAsking(null);
  const refresh = () => client.invalidateQueries({ queryKey: sharesKey });
  const isPaused = share.status === "paused";
  const pause = useMutation({
    mutationFn: () => updateShare(share.id, { paused: !isPaused }),
    onSuccess: refresh,
    onError: (error: Error) => toast({ title: isPaused ? "Not resumed" : "Not paused", description: error.message, kind: "error" }),
  });
  const rotate = useMutation({
    mutationFn: () => rotateShare(share.id),
    onSuccess: (made) => {
      close();
      setRotated(made);
      return refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: () => revokeShare(share.id),
    onSuccess: () => {
      close();
      toast({ title: "Link revoked" });
      return refresh();
    },
  });
  const ask = (what: "edit" | "rotate" | "revoke") => {
    rotate.reset();
    revoke.reset();
    setAsking(what);
  };
  return (
    <div className="flex shrink-0 items-center gap-1.5">
      {share.status !== "expired" && (
        <Button size="small" disabled={pause.isPending} onClick={() => pause.mutate()}>
          {isPaused ? <CirclePlay size={14} aria-hidden /> : <CirclePause size={14} aria-hidden />} {isPaused ? "Resume" : "Pause"}<span className="sr-only"> {name}</span>
        </Button>
      )}
      <Button size="small" onClick={() => ask("edit")}><Pencil size={14} aria-hidden /> Edit<span className="sr-only"> {name}</span></Button>
      <Menu trigger={<button type="button" aria-label={`More about ${name}`} title="More" className={`${buttonClass("quiet", "icon")} -me-2`}><EllipsisVertical size={16} aria-hidden /></button>}>
        <MenuItem icon={<RotateCw size={14} aria-hidden />} onClick={() => ask("rotate")}>Rotate…</MenuItem>
        <MenuGroup><MenuItem danger icon={<Link2Off size={14} aria-hidden />} onClick={() => ask("revoke")}>Revoke…</MenuItem></MenuGroup>
      </Menu>
      {asking === "edit" && <EditShare share={share} onClose={close} />}
      <ConfirmDialog open={asking === "rotate"} onOpenChange={close} title={`Rotate “${name}”?`} action="Rotate" keep="Cancel" busy={rotate.isPending} error={rotate.error} onConfirm={() => rotate.mutate()}>
        A new link is made and shown once. The one that people have now opens nothing any more, and its pictures and frames neither.
      </ConfirmDialog>
      <ConfirmDialog open={asking === "revoke"} onOpenChange={close} title={`Revoke “${name}”?`} action="Revoke the link" busy={revoke.isPending} error={revoke.error} onConfirm={() => revoke.mutate()}>
        It opens nothing any more, for good. To take it back only for a while, pause it.
      </ConfirmDialog>
      {rotated !== null && (
        <Dialog open isHeld wide onOpenChange={() => setRotated(null)} title="The new link" description="Copy it now: it is not shown again." footer={<Button look="primary" onClick={() => setRotated(null)}>I have it</Button>}>
          <MadeLink made={rotated} />
        </Dialog>
      )}
    </div>
  );
}
