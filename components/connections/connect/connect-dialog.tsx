"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { ApiError, checkAccess, createConnection, startDiscovery } from "@/lib/api-client";
import type { AccessCheck, AccessRequest, NewConnection } from "@/lib/core/api/connections";
import { refreshJobLists } from "../../data/queries";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { ProblemNotice } from "../../ui/problem-notice";
import { AccessStep } from "./access-step";
import { missingOf, type ConnectForm, type Values } from "./connect-form";
import { FoundStep } from "./found-step";

const formId = "connect";

/** What the person has entered in both steps. */
interface Entered {
  mode: string;
  values: Values;
  name: string;
  /** null: all, also those that are to come. */
  chosen: readonly string[] | null;
}

/** First the credentials, tried with real calls; then what was found with them, to choose from. Nothing is stored before. */
export function ConnectDialog({ form, onClose }: { form: ConnectForm; onClose: () => void }) {
  const [entered, setEntered] = useState<Entered>({ mode: form.modes[0].value, values: {}, name: "", chosen: null });
  const [touched, setTouched] = useState(false);
  const router = useRouter();
  const client = useQueryClient();
  const mode = form.modes.find(({ value }) => value === entered.mode) ?? form.modes[0];
  const credentials = () => ({ provider: form.provider, credentials: form.credentials(mode, entered.values) });

  const check = useMutation({ mutationFn: (request: AccessRequest) => checkAccess(request) });
  const connect = useMutation({
    mutationFn: async (body: NewConnection) => startDiscovery((await createConnection(body)).id),
    onSuccess: (job) => {
      router.push(`/jobs/${job.id}`);
      void refreshJobLists(client);
    },
    // The connection may exist although its discovery could not start.
    onError: () => void client.invalidateQueries({ queryKey: ["connections"] }),
  });
  const found = check.data;
  const error = check.error ?? connect.error;
  const missing = missingOf(form, mode, entered.values);
  const set = (part: Partial<Entered>) => setEntered((before) => ({ ...before, ...part }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (found === undefined) {
      setTouched(true);
      if (missing === null) check.mutate({ ...credentials(), settings: form.settings(entered.values) });
      return;
    }
    const name = entered.name.trim();
    const settings = { ...form.settings(entered.values), ...form.choice(entered.chosen === null ? null : [...entered.chosen]) };
    connect.mutate({ ...credentials(), ...(name === "" ? {} : { name }), settings });
  }

  function back() {
    check.reset();
    connect.reset();
    set({ chosen: null });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title={form.title}
      description={found === undefined ? form.description : foundWords(found)}
      footer={
        found === undefined ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={formId} look="primary" disabled={check.isPending}>{check.isPending ? "Trying…" : "Try the access"}</Button>
          </>
        ) : (
          <>
            <Button onClick={back}>Back</Button>
            <Button type="submit" form={formId} look="primary" disabled={connect.isPending || entered.chosen?.length === 0}>{connect.isPending ? "Connecting…" : "Connect and discover"}</Button>
          </>
        )
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {found === undefined ? (
          <AccessStep form={form} mode={mode} values={entered.values} onMode={(value) => set({ mode: value })} onValue={(name, value) => set({ values: { ...entered.values, [name]: value } })} />
        ) : (
          <FoundStep form={form} found={found} chosen={entered.chosen} onChoose={(chosen) => set({ chosen })} name={entered.name} onName={(name) => set({ name })} />
        )}
        {found === undefined && touched && missing !== null && <p role="alert" className="text-danger">{missing}</p>}
        {error !== null && <ProblemNotice error={error}>{isRefused(error) && <p className="mt-1 text-sm text-muted">Nothing was stored.</p>}</ProblemNotice>}
      </form>
    </Dialog>
  );
}

function foundWords({ accounts }: AccessCheck): string {
  const sees = accounts.some(({ trials }) => trials.some(({ status }) => status === "complete"));
  return sees ? "The access works. Choose what CloudViz looks at." : "The credentials are good, but nothing was seen with them yet.";
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiError && error.problem?.code === "invalid-credentials";
}
