"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { EllipsisVertical, KeyRound, Pencil, Power, Send, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { deleteWebhook, rotateWebhookSecret, testWebhook, updateWebhook } from "@/lib/api-client";
import type { Webhook, WebhookWithSecret } from "@/lib/core/webhook/webhook";
import { webhooksKey } from "../data/queries";
import { Button, buttonClass } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Menu, MenuGroup, MenuItem } from "../ui/menu";
import { useToast } from "../ui/toast";
import { SecretDialog } from "./secret-dialog";
import { WebhookDialog } from "./webhook-dialog";
import { nameOf } from "./webhook-words";

/** What can be done with a webhook, and the questions before it. */
export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { id, enabled } = webhook;
  const name = nameOf(webhook);
  const [asking, setAsking] = useState<"edit" | "rotate" | "delete" | null>(null);
  const [rotated, setRotated] = useState<WebhookWithSecret | null>(null);
  const client = useQueryClient();
  const toast = useToast();
  const router = useRouter();
  const refresh = () => client.invalidateQueries({ queryKey: webhooksKey });
  const onError = (error: Error) => toast({ title: "That did not work", description: error.message, kind: "error" });
  const test = useMutation({
    mutationFn: () => testWebhook(id),
    onSuccess: () => {
      toast({ title: "Test sent", description: `What came of it is in the deliveries of ${name}.` });
      return refresh();
    },
    onError,
  });
  const toggle = useMutation({ mutationFn: () => updateWebhook(id, { enabled: !enabled }), onSuccess: refresh, onError });
  const rotate = useMutation({
    mutationFn: () => rotateWebhookSecret(id),
    onSuccess: (answered) => {
      setAsking(null);
      setRotated(answered);
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: () => deleteWebhook(id),
    onSuccess: () => {
      setAsking(null);
      toast({ title: `${name} deleted` });
      router.push("/settings/webhooks");
      // What was of it is not there any more to be asked for.
      client.removeQueries({ queryKey: [...webhooksKey, id] });
      return client.invalidateQueries({ queryKey: webhooksKey, exact: true });
    },
  });
  const close = () => setAsking(null);
  return (
    <div className="flex items-center gap-2">
      <Button disabled={!enabled || test.isPending} onClick={() => test.mutate()}><Send size={15} aria-hidden /> Send test</Button>
      <Button onClick={() => setAsking("edit")}><Pencil size={15} aria-hidden /> Edit</Button>
      <Menu trigger={<button type="button" aria-label={`More about ${name}`} title="More" className={buttonClass("quiet", "icon")}><EllipsisVertical size={16} aria-hidden /></button>}>
        <MenuItem icon={<Power size={14} aria-hidden />} onClick={() => toggle.mutate()}>{enabled ? "Switch off" : "Switch on"}</MenuItem>
        <MenuItem icon={<KeyRound size={14} aria-hidden />} onClick={() => setAsking("rotate")}>Rotate the secret…</MenuItem>
        <MenuGroup><MenuItem danger icon={<Trash2 size={14} aria-hidden />} onClick={() => setAsking("delete")}>Delete…</MenuItem></MenuGroup>
      </Menu>
      {asking === "edit" && <WebhookDialog webhook={webhook} onClose={close} />}
      <ConfirmDialog open={asking === "rotate"} onOpenChange={close} title={`Rotate the secret of “${name}”?`} action="Rotate" keep="Cancel" busy={rotate.isPending} error={rotate.error} onConfirm={() => rotate.mutate()}>
        A new secret is made and shown once. For 24 hours messages are signed with both, so that the receiver can change over.
      </ConfirmDialog>
      <ConfirmDialog open={asking === "delete"} onOpenChange={close} title={`Delete “${name}”?`} action="Delete webhook" busy={remove.isPending} error={remove.error} onConfirm={() => remove.mutate()}>
        Its secret and the list of its deliveries are deleted too, and what is still on its way is not sent.
      </ConfirmDialog>
      {rotated !== null && <SecretDialog title="Secret rotated" webhook={rotated} onClose={() => setRotated(null)} />}
    </div>
  );
}
