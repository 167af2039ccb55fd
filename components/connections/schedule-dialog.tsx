"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { createSchedule, updateSchedule } from "@/lib/api-client";
import type { Connection } from "@/lib/core/connection";
import type { Schedule } from "@/lib/core/job/schedule";
import { schedulesKey } from "../data/queries";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { ProblemNotice } from "../ui/problem-notice";
import { Select } from "../ui/select";
import { cronOf, formOf, rhythms, weekdays, type Rhythm, type ScheduleForm } from "./schedule-form";

/** When a connection is discovered by itself. */
export function ScheduleDialog({ connection, schedule, onClose }: { connection: Connection; schedule: Schedule | undefined; onClose: () => void }) {
  const [form, setForm] = useState(() => formOf(schedule, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const client = useQueryClient();
  const formId = useId();
  const save = useMutation({
    mutationFn: async () => {
      const cron = cronOf(form);
      if (cron === null) return schedule === undefined ? null : updateSchedule(schedule.id, { enabled: false });
      const wanted = { cron, timezone: form.timezone.trim(), enabled: true };
      return schedule === undefined ? createSchedule({ connectionId: connection.id, ...wanted }) : updateSchedule(schedule.id, wanted);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: schedulesKey });
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }
  const set = (part: Partial<ScheduleForm>) => setForm((before) => ({ ...before, ...part }));
  const hasTime = form.rhythm === "daily" || form.rhythm === "weekdays" || form.rhythm === "weekly";
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Discover by itself"
      description={<>How often CloudViz looks at <bdi>{connection.name}</bdi> without being asked.</>}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" disabled={save.isPending}>{save.isPending ? "Saving…" : "Save"}</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <Select label="How often" prefix="How often" value={form.rhythm} options={rhythms} onChange={(rhythm) => set({ rhythm: rhythm as Rhythm })} />
        {form.rhythm === "weekly" && <Select label="Day of the week" prefix="On" value={String(form.weekday)} options={weekdays.map((label, day) => ({ value: String(day), label }))} onChange={(day) => set({ weekday: Number(day) })} />}
        {form.rhythm === "cron" && <Field label="Cron" value={form.cron} maxLength={100} autoComplete="off" spellCheck={false} className="font-mono" onChange={(event) => set({ cron: event.target.value })} hint="Minute, hour, day of the month, month, day of the week" />}
        {form.rhythm !== "never" && form.rhythm !== "hourly" && (
          <div className="grid gap-4 sm:grid-cols-2">
            {hasTime && <Field label="Time" type="time" required value={form.time} onChange={(event) => event.target.value !== "" && set({ time: event.target.value })} />}
            <TimeZoneField value={form.timezone} onChange={(timezone) => set({ timezone })} />
          </div>
        )}
        {save.error !== null && <ProblemNotice error={save.error} />}
      </form>
    </Dialog>
  );
}

function TimeZoneField({ value, onChange }: { value: string; onChange: (timezone: string) => void }) {
  const list = useId();
  return (
    <>
      <Field label="Time zone" value={value} list={list} maxLength={60} autoComplete="off" spellCheck={false} onChange={(event) => onChange(event.target.value)} />
      <datalist id={list}>{["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => <option key={zone} value={zone} />)}</datalist>
    </>
  );
}
