import { useId, type ReactNode } from "react";

/** A box to tick, with what it means below its name. */
export function CheckField({ label, hint, checked, onChange }: { label: string; hint?: ReactNode; checked: boolean; onChange: (checked: boolean) => void }) {
  const id = useId();
  return (
    <div className="flex items-start gap-2 sm:col-span-2">
      <input id={id} type="checkbox" checked={checked} aria-describedby={hint === undefined ? undefined : `${id}-hint`} onChange={({ target }) => onChange(target.checked)} className="mt-0.5 size-4 shrink-0 accent-primary" />
      <div>
        <label htmlFor={id} className="block font-medium">{label}</label>
        {hint !== undefined && <p id={`${id}-hint`} className="text-sm text-muted">{hint}</p>}
      </div>
    </div>
  );
}
