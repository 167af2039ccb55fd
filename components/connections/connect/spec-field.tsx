import { useId } from "react";
import { Field } from "../../ui/field";
import { Select } from "../../ui/select";
import { CheckField } from "./check-field";
import type { FieldSpec } from "./connect-form";
import { FileField } from "./file-field";

/** A field as its kind wants to be filled in. */
export function SpecField({ spec, value, onChange }: { spec: FieldSpec; value: string; onChange: (value: string) => void }) {
  const { name, label, hint, placeholder, kind, options, isWide } = spec;
  const id = useId();
  if (options !== undefined) {
    return (
      <div className="flex flex-col gap-1">
        <span id={id} className="text-sm font-medium">{label}</span>
        <Select label={label} value={value} options={options} onChange={onChange} />
      </div>
    );
  }
  if (kind === "yes") return <CheckField label={label} hint={hint} checked={value !== ""} onChange={(checked) => onChange(checked ? "yes" : "")} />;
  if (kind === "file") return <FileField label={label} placeholder={placeholder} value={value} onChange={onChange} />;
  return <Field label={label} hint={hint} placeholder={placeholder} className={isWide === true ? "sm:col-span-2" : ""} name={name} type={kind === "secret" ? "password" : "text"} value={value} autoComplete="off" spellCheck={false} onChange={(event) => onChange(event.target.value)} />;
}
