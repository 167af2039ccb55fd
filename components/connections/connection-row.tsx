"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, Radar, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { removeConnection, startDiscovery } from "@/lib/api-client";
import { providerLabel } from "@/lib/catalogue";
import type { Connection } from "@/lib/core/connection";
import type { Coverage } from "@/lib/core/resource/coverage";
import type { ListedJob } from "@/lib/core/job/job";
import type { Schedule } from "@/lib/core/job/schedule";
import { refreshInventory, refreshJobLists } from "../data/queries";
import { ago, counted, dateTime } from "../data/words";
import { CoverageProblems } from "../jobs/coverage-problems";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { IconButton } from "../ui/icon-button";
import { ProblemNotice } from "../ui/problem-notice";
import { useToast } from "../ui/toast";
import { ConnectionIcon, Health } from "./connection-lines";
import { ScheduleDialog } from "./schedule-dialog";
import { scheduleWords } from "./schedule-form";

interface ConnectionRowProps {
  connection: Connection;
  /** A link led to it; not before everything above it is there, so that it stays in sight. */
  isPointedAt: boolean;
  job: ListedJob | undefined;
  unseen: readonly Coverage[];
  schedule: Schedule | undefined;
}

export function ConnectionRow({ connection, isPointedAt, job, unseen, schedule }: ConnectionRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const [asking, setAsking] = useState(false);
  const [isScheduling, setScheduling] = useState(false);
  const client = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const discover = useMutation({
    mutationFn: () => startDiscovery(connection.id),
    onSuccess: (started) => {
      router.push(`/jobs/${started.id}`);
      void refreshJobLists(client);
    },
  });
  const remove = useMutation({
    mutationFn: () => removeConnection(connection.id),
    onSuccess: async () => {
      setAsking(false);
      toast({ title: `${connection.name} removed` });
      await refreshInventory(client);
    },
  });
  useEffect(() => {
    if (!isPointedAt) return;
    row.current?.scrollIntoView({ block: "nearest" });
    row.current?.focus({ preventScroll: true });
  }, [isPointedAt]);
  return (
    <li ref={row} tabIndex={-1} aria-current={isPointedAt || undefined} className={classNames("scroll-my-4 rounded-card border bg-surface outline-none", isPointedAt ? "border-primary ring-1 ring-primary" : "border-hairline")}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 p-4">
        <ConnectionIcon kind={connection.kind} />
        <div className="min-w-[45%] flex-1">
          <h2 className="text-md font-semibold break-words [unicode-bidi:isolate]">{connection.name}</h2>
          <p className="text-sm text-muted">
            {kindWords(connection)} · <Link href={`/inventory?q=${encodeURIComponent(`source=${connection.id}`)}`} className="rounded-chip underline decoration-hairline underline-offset-2 hover:text-ink">{counted(connection.resourceCount, "resource")}</Link> · <span title={dateTime(connection.updatedAt)}>{ago(connection.updatedAt)}</span>
          </p>
          {schedule !== undefined && schedule.nextRunAt !== null && <p className="text-sm text-muted">Discovered {scheduleWords(schedule.cron)} ({schedule.timezone}), next <span title={dateTime(schedule.nextRunAt)}>{ago(schedule.nextRunAt)}</span></p>}
        </div>
        <div className="flex items-center gap-2">
          <Health connection={connection} job={job} unseen={unseen} />
          {connection.kind === "cloud" && (
            <>
              <IconButton label={`When to discover ${connection.name} by itself`} onClick={() => setScheduling(true)}><CalendarClock size={15} aria-hidden /></IconButton>
              <Button disabled={discover.isPending} onClick={() => discover.mutate()}><Radar size={15} aria-hidden /> {discover.isPending ? "Starting…" : "Discover"}</Button>
            </>
          )}
          <IconButton label={`Remove ${connection.name}`} onClick={() => setAsking(true)}><Trash2 size={15} aria-hidden /></IconButton>
        </div>
      </div>
      {discover.error !== null && <ProblemNotice error={discover.error} className="mx-4 mb-4" />}
      {unseen.length > 0 && <div className="border-t border-hairline p-4"><CoverageProblems coverage={unseen} /></div>}
      {isScheduling && <ScheduleDialog connection={connection} schedule={schedule} onClose={() => setScheduling(false)} />}
      <ConfirmDialog open={asking} onOpenChange={setAsking} title={`Remove “${connection.name}”?`} action="Remove connection" busy={remove.isPending} error={remove.error} onConfirm={() => remove.mutate()}>
        {connection.hasCredentials ? "Its sealed credentials are deleted. " : ""}What only this connection sees leaves the inventory; what others see too stays. Nothing is changed in your cloud.
      </ConfirmDialog>
    </li>
  );
}

function kindWords({ kind, source }: Connection): string {
  if (kind === "cloud") return providerLabel(source);
  return kind === "demo" ? "Demo data" : "Imported file";
}
