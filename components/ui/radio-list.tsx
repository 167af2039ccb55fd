import { useId, type ReactNode } from "react";

export interface RadioOption {
  value: string;
  label: string;
  /** Shown before the label. */
  picture?: ReactNode;
}

interface RadioProps {
  label: string;
  value: string;
  options: readonly RadioOption[];
  onChange: (value: string) => void;
}

/** A choice of one, below each other. Native radios: one tab stop, arrow keys choose. */
export function RadioList({ label, value, options, onChange }: RadioProps) {
  const name = useId();
  return (
    <fieldset className="flex flex-col">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-chip px-2 py-1 hover:bg-hover has-checked:font-medium has-focus-visible:outline-[2.5px] has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus">
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} className="size-4 shrink-0 accent-(--primary) outline-none" />
          {option.picture}
          <span className="min-w-0 flex-1 break-words">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A choice of one beside each other, for a few short words. */
export function Segments({ label, describedBy, value, options, onChange }: RadioProps & { describedBy?: string | undefined }) {
  const name = useId();
  return (
    <fieldset aria-describedby={describedBy} className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-px rounded-card border border-control p-px">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-7 flex-1 cursor-pointer items-center justify-center rounded-[7px] px-2 text-muted hover:text-ink has-checked:bg-hover has-checked:font-medium has-checked:text-ink has-focus-visible:outline-[2.5px] has-focus-visible:outline-focus"
          >
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} className="sr-only" />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
