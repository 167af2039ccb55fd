"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { createShare } from "@/lib/api-client";
import type { MadeShare } from "@/lib/core/api/shares";
import type { Diagram } from "@/lib/core/diagram/diagram";
import type { ShareAllowance, ShareHiding, ShareMode, ShareView } from "@/lib/core/share/share";
import { sharesKey } from "../data/queries";
import { Field } from "../ui/field";
import { PasswordField } from "../ui/password-field";
import { ProblemNotice } from "../ui/problem-notice";
import { ChoiceList } from "./choice-list";
import { expiryMoment, type Expiry } from "./expiry";
import { originsOf } from "./origins";
import { AllowanceFields, ExpiryField, HidingFields, OriginsField } from "./share-fields";
import { shareModes } from "./share-words";
import { wholeView } from "./shared-view-of";

export const newShareFormId = "new-share";
const leastPassword = 8;

const modes = [{ value: "live", ...shareModes.live }, { value: "frozen", ...shareModes.frozen }] as const;
const scopes = [
  { value: "whole", label: "The whole diagram", hint: "As it is saved, with everything in it." },
  { value: "view", label: "This view", hint: "As the page shows it now: its filter, groups, preset, layout and theme." },
] as const;

/** What a new link shows, to whom and for how long. `view`: what the page shows, null when that is the whole diagram. */
export function NewShareForm({ diagram, view, onBusy, onMade }: { diagram: Diagram; view: ShareView | null; onBusy: (isBusy: boolean) => void; onMade: (made: MadeShare) => void }) {
  const [mode, setMode] = useState<ShareMode>("live");
  const [scope, setScope] = useState<"whole" | "view">("whole");
  const [expiry, setExpiry] = useState<Expiry>({ choice: "7", date: "" });
  const [password, setPassword] = useState("");
  const [hide, setHide] = useState<ShareHiding>({ names: false, ids: true, addresses: true, tags: true, costs: true });
  const [isAware, setAware] = useState(false);
  const [allow, setAllow] = useState<ShareAllowance>({ table: true, files: true });
  const [origins, setOrigins] = useState("");
  const [label, setLabel] = useState("");
  const [touched, setTouched] = useState(false);
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (expiresAt: string | null) =>
      createShare(diagram.id, {
        mode,
        view: scope === "view" && view !== null ? view : wholeView,
        expiresAt,
        password: password === "" ? null : password,
        hide,
        allow,
        origins: originsOf(origins),
        label: label.trim() === "" ? null : label.trim(),
      }),
    onMutate: () => onBusy(true),
    onSettled: () => onBusy(false),
    onSuccess: (made) => {
      onMade(made);
      return client.invalidateQueries({ queryKey: sharesKey });
    },
  });
  const expiresAt = expiryMoment(expiry);
  const missing =
    expiresAt === undefined ? "Choose a last day that is not over."
    : password !== "" && password.length < leastPassword ? `A password has at least ${leastPassword} characters.`
    : !hide.names && !isAware ? "Hide the names, or tick that anyone with the link can see them."
    : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTouched(true);
    if (missing === null && expiresAt !== undefined) create.mutate(expiresAt);
  }

  return (
    <form id={newShareFormId} onSubmit={submit} noValidate className="flex flex-col gap-5">
      <ChoiceList label="Over time" value={mode} choices={modes} onChange={setMode} />
      {view !== null && <ChoiceList label="What" value={scope} choices={scopes} onChange={setScope} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <ExpiryField value={expiry} onChange={setExpiry} />
        <PasswordField label="Password (optional)" value={password} autoComplete="new-password" onChange={setPassword} hint={`At least ${leastPassword} characters`} />
      </div>
      <HidingFields value={hide} onChange={setHide} isAware={isAware} onAware={setAware} />
      <AllowanceFields value={allow} onChange={setAllow} />
      <OriginsField value={origins} onChange={setOrigins} />
      <Field label="Label (optional)" value={label} maxLength={200} autoComplete="off" placeholder="For the audit in March" onChange={({ target }) => setLabel(target.value)} hint="For your list of links; who opens it does not see it" />
      {touched && missing !== null && <p role="alert" className="text-danger">{missing}</p>}
      {create.error !== null && <ProblemNotice error={create.error} />}
    </form>
  );
}
