"use client";

import { useMutation } from "@tanstack/react-query";
import { LockKeyhole } from "lucide-react";
import { useState, type FormEvent } from "react";
import { ApiError, unlockShared } from "@/lib/api-client";
import { Button } from "../ui/button";
import { PasswordField } from "../ui/password-field";
import { ProblemNotice } from "../ui/problem-notice";

/** Asks for the password of a link; what is behind it is not told before. */
export function PasswordForm({ token, onOpen }: { token: string; onOpen: () => Promise<unknown> }) {
  const [password, setPassword] = useState("");
  const unlock = useMutation({
    mutationFn: async () => {
      await unlockShared(token, password);
      await onOpen();
    },
  });
  const refusal = unlock.error instanceof ApiError && (unlock.error.status === 403 || unlock.error.status === 429) ? unlock.error.message : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (password !== "") unlock.mutate();
  }

  return (
    <main id="content" tabIndex={-1} className="flex min-h-dvh flex-col items-center justify-center bg-canvas p-4 outline-none">
      <form onSubmit={submit} className="flex w-full max-w-[400px] flex-col gap-4 rounded-frame border border-hairline bg-surface p-6">
        <div className="flex flex-col items-center gap-2 text-center">
          <LockKeyhole size={28} aria-hidden className="text-muted" />
          <h1 className="text-lg font-semibold">This diagram has a password</h1>
          <p className="text-muted">Who gave you the link can tell you.</p>
        </div>
        <PasswordField autoFocus label="Password" value={password} autoComplete="current-password" onChange={setPassword} />
        {refusal !== null && <p role="alert" className="text-danger">{refusal}</p>}
        {unlock.error !== null && refusal === null && <ProblemNotice error={unlock.error} />}
        <Button type="submit" look="primary" disabled={unlock.isPending || password === ""}>{unlock.isPending ? "Opening…" : "Open the diagram"}</Button>
      </form>
    </main>
  );
}
