import type { ConnectForm, FieldSpec, ModeSpec, Values } from "./connect-form";
import { fieldsOf } from "./connect-form";
import { SetupSteps } from "./setup-steps";
import { SpecField } from "./spec-field";

interface AccessStepProps {
  form: ConnectForm;
  mode: ModeSpec;
  values: Values;
  onMode: (mode: string) => void;
  onValue: (name: string, value: string) => void;
}

/** How to sign in, and what to set up in the cloud for it. */
export function AccessStep({ form, mode, values, onMode, onValue }: AccessStepProps) {
  const fields = fieldsOf(form, mode, values);
  const rare = fields.filter(({ isMore }) => isMore === true);
  const draw = (spec: FieldSpec) => <SpecField key={spec.name} spec={spec} value={values[spec.name] ?? ""} onChange={(value) => onValue(spec.name, value)} />;
  return (
    <>
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-1 text-sm font-medium">Credentials</legend>
        {form.modes.map((choice) => <ModeChoice key={choice.value} choice={choice} isChosen={choice === mode} onChange={onMode} />)}
      </fieldset>
      <SetupSteps key={mode.value} provider={form.provider} mode={mode.value} />
      <div className="grid gap-4 sm:grid-cols-2">{fields.filter(({ isMore }) => isMore !== true).map(draw)}</div>
      {rare.length > 0 && (
        <details className="rounded-card border border-hairline">
          <summary className="rounded-card px-3 py-2 font-medium">More</summary>
          <div className="grid gap-4 border-t border-hairline p-3 sm:grid-cols-2">{rare.map(draw)}</div>
        </details>
      )}
    </>
  );
}

function ModeChoice({ choice, isChosen, onChange }: { choice: ModeSpec; isChosen: boolean; onChange: (mode: string) => void }) {
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-card border border-control p-3 has-checked:border-primary has-checked:bg-info-ground has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input type="radio" name="mode" value={choice.value} checked={isChosen} onChange={() => onChange(choice.value)} className="mt-0.5 size-4 shrink-0 accent-primary outline-none" />
      <span>
        <span className="block font-medium">{choice.label}</span>
        <span className="block text-sm text-muted">{choice.hint}</span>
      </span>
    </label>
  );
}
