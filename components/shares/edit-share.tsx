"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { updateShare } from "@/lib/api-client";
import type { ShareChange } from "@/lib/core/api/shares";
import type { Share } from "@/lib/core/share/share";
import { sharesKey } from "../data/queries";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { PasswordField } from "../ui/password-field";
import { ProblemNotice } from "../ui/problem-notice";
import { Segments } from "../ui/radio-list";
import { expiryMoment, expiryOf } from "./expiry";
import { originsOf } from "./origins";
import { AllowanceFields, ExpiryField, HidingFields, OriginsField } from "./share-fields";

const formId = "edit-share";
const leastPassword = 8;

type PasswordChange = "keep" | "none" | "new";

/** Changes a link; the address that people have stays. */
export function EditShare({ share, onClose }: { share: Share; onClose: () => void }) {
  const start = expiryOf(share.expiresAt);
  const [expiry, setExpiry] = useState(start);
  const [passwordChange, setPasswordChange] = useState<PasswordChange>(share.hasPassword ? "keep" : "none");
  const [password, setPassword] = useState("");
  const [hide, setHide] = useState(share.hide);
  const [isAware, setAware] = useState(!share.hide.names);
  const [allow, setAllow] = useState(share.allow);
  const [origins, setOrigins] = useState(share.origins.join("\n"));
  const [label, setLabel] = useState(share.label ?? "");
  const [touched, setTouched] = useState(false);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (change: ShareChange) => updateShare(share.id, change),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: sharesKey });
    },
  });
  const isExpiryKept = expiry.choice === start.choice && expiry.date === start.date;
  const expiresAt = isExpiryKept ? share.expiresAt : expiryMoment(expiry);
  const missing =
    expiresAt === undefined ? "Choose a last day that is not over."
    : passwordChange === "new" && password.length < leastPassword ? `A password has at least ${leastPassword} characters.`
    : !hide.names && !isAware ? "Hide the names, or tick that anyone with the link can see them."
    : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTouched(true);
    if (missing !== null) return;
    save.mutate({
      label: label.trim() === "" ? null : label.trim(),
      hide,
      allow,
      origins: originsOf(origins),
      ...(isExpiryKept ? {} : { expiresAt }),
      ...(passwordChange === "new" ? { password } : passwordChange === "none" && share.hasPassword ? { password: null } : {}),
    });
  }

  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="Edit the link"
      description="Who has the link need not be given another one."
      footer={<><Button onClick={onClose}>Cancel</Button><Button type="submit" form={formId} look="primary" disabled={save.isPending}>{save.isPending ? "Saving…" : "Save"}</Button></>}
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Field label="Label (optional)" value={label} maxLength={200} autoComplete="off" onChange={({ target }) => setLabel(target.value)} />
        <ExpiryField value={expiry} onChange={setExpiry} />
        <div className="flex flex-col gap-2">
          <Segments label="Password" value={passwordChange} options={passwordChoices(share.hasPassword)} onChange={(next) => setPasswordChange(next === "new" ? "new" : next === "none" ? "none" : "keep")} />
          {passwordChange === "new" && <PasswordField label="New password" value={password} autoComplete="new-password" onChange={setPassword} hint={`At least ${leastPassword} characters. Who has opened the link has to give it, too.`} />}
        </div>
        <HidingFields value={hide} onChange={setHide} isAware={isAware} onAware={setAware} />
        <AllowanceFields value={allow} onChange={setAllow} />
        <OriginsField value={origins} onChange={setOrigins} />
        {touched && missing !== null && <p role="alert" className="text-danger">{missing}</p>}
        {save.error !== null && <ProblemNotice error={save.error} />}
      </form>
    </Dialog>
  );
}

function passwordChoices(hasPassword: boolean) {
  return [...(hasPassword ? [{ value: "keep", label: "As it is" }] : []), { value: "none", label: "None" }, { value: "new", label: hasPassword ? "Another" : "Set one" }];
}
