"use client";

import type { WebhookWithSecret } from "@/lib/core/webhook/webhook";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";

/** Shows a secret the only time it can be shown. */
export function SecretDialog({ title, webhook, onClose }: { title: string; webhook: WebhookWithSecret; onClose: () => void }) {
  return (
    <Dialog
      open
      isHeld
      onOpenChange={onClose}
      title={title}
      description="Copy the secret now: it is not shown again."
      footer={<Button look="primary" onClick={onClose}>I have it</Button>}
    >
      <div className="flex items-center gap-2 rounded-card border border-control bg-frame p-3">
        <code aria-label="Secret" className="min-w-0 flex-1 font-mono text-sm break-all">{webhook.secret}</code>
        <CopyButton text={webhook.secret} label="Copy the secret" />
      </div>
      <p className="mt-3 text-muted">The receiver needs it to see that messages are from this CloudViz. If it gets lost, rotate it.</p>
    </Dialog>
  );
}
