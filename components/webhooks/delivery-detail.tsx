"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { replayDelivery } from "@/lib/api-client";
import type { WebhookAttempt, WebhookDelivery } from "@/lib/core/webhook/webhook";
import { useDelivery, webhooksKey } from "../data/queries";
import { dateTime, number } from "../data/words";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";

const preClass = "max-h-96 overflow-auto rounded-card border border-hairline bg-frame p-3 font-mono text-xs break-words whitespace-pre-wrap";

/** What was sent, what was answered each time, and the button to send it once more. */
export function DeliveryDetail({ delivery, canReplay }: { delivery: WebhookDelivery; canReplay: boolean }) {
  const { id, webhookId, round, status, attempts } = delivery;
  const { data, error, refetch } = useDelivery(webhookId, id, `${round} ${status} ${attempts}`);
  const client = useQueryClient();
  const replay = useMutation({ mutationFn: () => replayDelivery(webhookId, id), onSuccess: () => client.invalidateQueries({ queryKey: webhooksKey }) });
  if (data === undefined) return error === null ? <SkeletonRows rows={3} label="Loading the delivery" /> : <ProblemNotice error={error} onRetry={() => void refetch()} className="m-4" />;
  const payload = JSON.stringify(data.payload, null, 2);
  return (
    <div className="flex flex-col gap-4 px-4 pt-3 pb-4 sm:ps-11">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" disabled={!canReplay || replay.isPending} onClick={() => replay.mutate()}><RotateCw size={14} aria-hidden /> Replay</Button>
        <span className="inline-flex items-center gap-1 text-sm text-muted">webhook-id <code className="font-mono">{id}</code> <CopyButton text={id} label="Copy the id" /></span>
        {!canReplay && <span className="text-sm text-muted">Switch the webhook on to replay.</span>}
      </div>
      {replay.error !== null && <ProblemNotice error={replay.error} />}
      <section aria-label="Payload">
        <h3 className="mb-1 flex items-center gap-1 text-sm font-medium">Payload <CopyButton text={payload} label="Copy the payload" /></h3>
        <pre tabIndex={0} aria-label="Payload" className={preClass}>{payload}</pre>
      </section>
      <section aria-label="Attempts">
        <h3 className="mb-1 text-sm font-medium">Attempts</h3>
        {data.attempts.length === 0 ? <p className="text-sm text-muted">None yet.</p> : <ol className="flex flex-col gap-3">{data.attempts.toReversed().map((attempt) => <Attempt key={attempt.at} attempt={attempt} />)}</ol>}
      </section>
    </div>
  );
}

function Attempt({ attempt: { at, status, error, answer, durationMs } }: { attempt: WebhookAttempt }) {
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={error === null ? "ok" : "danger"}>{status ?? "No answer"}</Badge>
        <span className="min-w-0 break-words">{error ?? "Accepted"}</span>
        <span className="text-sm text-muted">{dateTime(at)}, {number(durationMs)} ms</span>
      </p>
      {answer !== null && answer !== "" && <pre tabIndex={0} aria-label="Answer" className={`${preClass} mt-1`}>{answer}</pre>}
    </li>
  );
}
