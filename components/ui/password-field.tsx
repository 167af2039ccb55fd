"use client";

import { Eye, EyeOff } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { inputClass } from "./field";
import { IconButton } from "./icon-button";

/** A labelled input for a password that can be shown. */
export function PasswordField({ label, hint, value, onChange, ...rest }: {
  label: string;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  autoComplete: "current-password" | "new-password";
  autoFocus?: boolean;
  placeholder?: string;
}) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">{label}</label>
      <div className="relative">
        <input
          id={id}
          type={isShown ? "text" : "password"}
          value={value}
          maxLength={200}
          spellCheck={false}
          autoCapitalize="off"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
          className={`${inputClass} pe-9`}
          {...rest}
        />
        <IconButton label={isShown ? "Hide the password" : "Show the password"} size="small" aria-pressed={isShown} onClick={() => setShown(!isShown)} className="absolute end-1 top-1">
          {isShown ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
        </IconButton>
      </div>
      {hint !== undefined && <p id={`${id}-hint`} className="text-sm text-muted">{hint}</p>}
    </div>
  );
}
