import { useId, type ComponentProps, type ReactNode } from "react";
import { classNames } from "./class-names";

export const inputClass = "h-8 w-full min-w-0 rounded-card border border-control bg-surface px-3 text-base text-ink max-sm:text-lg";

/** A labelled text input with a hint below it. */
export function Field({ label, hint, className, ...rest }: ComponentProps<"input"> & { label: string; hint?: ReactNode }) {
  const id = useId();
  return (
    <div className={classNames("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium">{label}</label>
      <input id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`} className={inputClass} {...rest} />
      {hint !== undefined && <p id={`${id}-hint`} className="text-sm text-muted">{hint}</p>}
    </div>
  );
}
