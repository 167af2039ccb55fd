"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { ApiError, createConnection, startDiscovery } from "@/lib/api-client";
import type { NewConnection } from "@/lib/core/api/connections";
import { refreshJobLists, useProviders } from "../data/queries";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { ProblemNotice } from "../ui/problem-notice";
import { awsRequest, emptyAwsForm, missingOf, type AwsForm } from "./aws-form";

const formId = "add-aws";

/** Checks the credentials with a real call, stores the connection and starts its first discovery. */
export function AddAwsDialog({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState(emptyAwsForm);
  const [touched, setTouched] = useState(false);
  const router = useRouter();
  const client = useQueryClient();
  const connect = useMutation({
    mutationFn: async (body: NewConnection) => {
      const connection = await createConnection(body);
      return startDiscovery(connection.id);
    },
    onSuccess: (job) => {
      router.push(`/jobs/${job.id}`);
      void refreshJobLists(client);
    },
    // The connection may exist although its discovery could not start.
    onError: () => void client.invalidateQueries({ queryKey: ["connections"] }),
  });
  const missing = missingOf(form);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTouched(true);
    if (missing === null) connect.mutate(awsRequest(form));
  }

  const set = (part: Partial<AwsForm>) => setForm((before) => ({ ...before, ...part }));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title="Connect AWS"
      description="CloudViz only reads. The credentials are tried with a real call before anything is stored."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" disabled={connect.isPending}>{connect.isPending ? "Checking…" : "Connect and discover"}</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <fieldset className="grid gap-2 sm:grid-cols-2">
          <legend className="mb-1 text-sm font-medium">Credentials</legend>
          <ModeChoice value="default" label="Of this machine" hint="Environment, ~/.aws, SSO or instance role" form={form} onChange={set} />
          <ModeChoice value="keys" label="Access keys" hint="Sealed on this machine, never shown again" form={form} onChange={set} />
        </fieldset>
        {form.mode === "default" && <Field label="Profile (optional)" value={form.profile} autoComplete="off" spellCheck={false} onChange={(event) => set({ profile: event.target.value })} hint="A name from ~/.aws/config; empty for the default" />}
        {form.mode === "keys" && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Access key id" value={form.accessKeyId} autoComplete="off" spellCheck={false} onChange={(event) => set({ accessKeyId: event.target.value })} />
            <Field label="Secret access key" type="password" value={form.secretAccessKey} autoComplete="off" onChange={(event) => set({ secretAccessKey: event.target.value })} />
            <Field label="Session token (optional)" type="password" value={form.sessionToken} autoComplete="off" onChange={(event) => set({ sessionToken: event.target.value })} className="sm:col-span-2" />
          </div>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Role to assume (optional)" value={form.roleArn} placeholder="arn:aws:iam::123456789012:role/reader" autoComplete="off" spellCheck={false} onChange={(event) => set({ roleArn: event.target.value })} />
          <Field label="External id (optional)" value={form.externalId} autoComplete="off" spellCheck={false} disabled={form.roleArn.trim() === ""} onChange={(event) => set({ externalId: event.target.value })} />
          <Field label="Regions" value={form.regions} placeholder="All enabled regions" autoComplete="off" spellCheck={false} onChange={(event) => set({ regions: event.target.value })} hint="For example: eu-west-1, us-east-1" />
          <Field label="Name (optional)" value={form.name} maxLength={200} autoComplete="off" onChange={(event) => set({ name: event.target.value })} hint="How it is called here" />
        </div>
        <Policy />
        {touched && missing !== null && <p role="alert" className="text-danger">{missing}</p>}
        {connect.error !== null && <ProblemNotice error={connect.error}>{connect.error instanceof ApiError && connect.error.problem?.code === "invalid-credentials" ? <p className="mt-1 text-sm text-muted">Nothing was stored.</p> : null}</ProblemNotice>}
      </form>
    </Dialog>
  );
}

function ModeChoice({ value, label, hint, form, onChange }: { value: AwsForm["mode"]; label: string; hint: string; form: AwsForm; onChange: (part: Partial<AwsForm>) => void }) {
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-card border border-control p-3 has-checked:border-primary has-checked:bg-info-ground has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input type="radio" name="mode" value={value} checked={form.mode === value} onChange={() => onChange({ mode: value })} className="mt-0.5 size-4 accent-primary outline-none" />
      <span>
        <span className="block font-medium">{label}</span>
        <span className="block text-sm text-muted">{hint}</span>
      </span>
    </label>
  );
}

function Policy() {
  const { data: providers } = useProviders();
  const policy = providers?.find(({ id }) => id === "aws")?.policy ?? null;
  if (policy === null) return null;
  const text = JSON.stringify(policy, null, 2);
  return (
    <details className="rounded-card border border-hairline">
      <summary className="rounded-card px-3 py-2 font-medium">The read-only policy it needs</summary>
      <div className="border-t border-hairline p-3">
        <CopyButton text={text} label="Copy the policy" size="small" className="mb-2" />
        <pre tabIndex={0} aria-label="Policy" className="max-h-56 overflow-auto rounded-chip bg-frame p-3 font-mono text-xs">{text}</pre>
      </div>
    </details>
  );
}
