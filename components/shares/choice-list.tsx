import { useId, type ReactNode } from "react";

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  hint: string;
}

const rowClass = "flex cursor-pointer items-start gap-3 rounded-card px-2 py-1.5 hover:bg-hover";

function Words({ label, hint }: { label: ReactNode; hint: string }) {
  return (
    <span className="min-w-0">
      <span className="block font-medium">{label}</span>
      <span className="block text-sm text-muted">{hint}</span>
    </span>
  );
}

/** One of a few, each with a line that says what it means. */
export function ChoiceList<Value extends string>({ label, value, choices, onChange }: { label: string; value: Value; choices: readonly Choice<Value>[]; onChange: (value: Value) => void }) {
  const name = useId();
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={rowClass}>
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} className="mt-0.5 size-4 shrink-0 accent-(--primary)" />
          <Words {...choice} />
        </label>
      ))}
    </fieldset>
  );
}

/** Any of a few, each with a line that says what it means. */
export function CheckRow({ label, hint, checked, onChange }: { label: string; hint: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className={rowClass}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} className="mt-0.5 size-4 shrink-0 accent-(--primary)" />
      <Words label={label} hint={hint} />
    </label>
  );
}
