"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { createWebhook, updateWebhook } from "@/lib/api-client";
import type { Webhook, WebhookEvent, WebhookWithSecret } from "@/lib/core/webhook/webhook";
import { webhooksKey } from "../data/queries";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { ProblemNotice } from "../ui/problem-notice";
import { eventLabels, eventsInOrder } from "./webhook-words";

const formId = "webhook-form";

/** Adds a webhook, or changes the one that is given. `onCreated`: with the secret, which is told this once. */
export function WebhookDialog({ webhook, onClose, onCreated }: { webhook?: Webhook; onClose: () => void; onCreated?: (created: WebhookWithSecret) => void }) {
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [description, setDescription] = useState(webhook?.description ?? "");
  const [events, setEvents] = useState<readonly WebhookEvent[]>(webhook?.events ?? eventsInOrder);
  const [touched, setTouched] = useState(false);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: async () => {
      const content = { url: url.trim(), description: description.trim(), events: [...events] };
      if (webhook === undefined) onCreated?.(await createWebhook(content));
      else await updateWebhook(webhook.id, content);
    },
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: webhooksKey });
    },
  });
  const missing = url.trim() === "" ? "Say where to send the messages." : events.length === 0 ? "Choose at least one event." : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTouched(true);
    if (missing === null) save.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title={webhook === undefined ? "Add a webhook" : "Edit the webhook"}
      description="Messages are short: ids, counts and links, signed with a secret."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" disabled={save.isPending}>{save.isPending ? "Saving…" : webhook === undefined ? "Add webhook" : "Save"}</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <Field label="Address" type="url" inputMode="url" value={url} placeholder="https://example.org/hooks/cloudviz" autoComplete="off" spellCheck={false} maxLength={2000} onChange={(event) => setUrl(event.target.value)} hint="With https. An address in a private network has to be allowed by CLOUDVIZ_WEBHOOK_ALLOW_CIDRS." />
        <Field label="Description (optional)" value={description} maxLength={200} autoComplete="off" onChange={(event) => setDescription(event.target.value)} hint="How it is called here" />
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium">Events</legend>
          {eventsInOrder.map((event) => (
            <label key={event} className="flex cursor-pointer items-start gap-3 rounded-card px-2 py-1.5 hover:bg-hover">
              <input type="checkbox" checked={events.includes(event)} onChange={({ target }) => setEvents(target.checked ? [...events, event] : events.filter((one) => one !== event))} className="mt-0.5 size-4 accent-primary" />
              <span className="min-w-0">
                <span className="block">{eventLabels[event].label} <code className="font-mono text-xs text-muted">{event}</code></span>
                <span className="block text-sm text-muted">{eventLabels[event].hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {touched && missing !== null && <p role="alert" className="text-danger">{missing}</p>}
        {save.error !== null && <ProblemNotice error={save.error} />}
      </form>
    </Dialog>
  );
}
