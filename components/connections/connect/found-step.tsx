import { useEffect, useRef, useState } from "react";
import type { AccessCheck } from "@/lib/core/api/connections";
import { counted, number } from "../../data/words";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { AccountAccess } from "./account-access";
import { choicesOf, matching, type Choice } from "./choices-of";
import type { ConnectForm } from "./connect-form";

/** So many are looked through; more are found by typing. */
const mostShown = 200;
/** From so many on typing is quicker than looking. */
const manyToFind = 12;

interface FoundStepProps {
  form: ConnectForm;
  found: AccessCheck;
  /** null: all of them. */
  chosen: readonly string[] | null;
  onChoose: (chosen: readonly string[] | null) => void;
  name: string;
  onName: (name: string) => void;
}

/** What the credentials reach, whether it can be seen, and which of it is looked at. */
export function FoundStep({ form, found, chosen, onChoose, name, onName }: FoundStepProps) {
  const start = useRef<HTMLDivElement>(null);
  // The button that led here is gone.
  useEffect(() => start.current?.focus(), []);
  const choices = choicesOf(form, found);
  const above = found.accounts.filter(({ id }) => !choices.some((choice) => choice.id === id));
  return (
    <div ref={start} tabIndex={-1} role="group" aria-label="What was found" className="flex flex-col gap-4 outline-none">
      {above.length > 0 && <ul className="flex flex-col gap-2" aria-label="Accounts">{above.map((account) => <li key={account.id}><AccountAccess provider={form.provider} account={account} /></li>)}</ul>}
      {choices.length > 0 && <Choices form={form} choices={choices} chosen={chosen} onChoose={onChoose} />}
      {choices.length === 0 && form.chooses !== "region" && <p className="text-muted">No {form.chooses} was found there. Those that are added later are looked at by themselves.</p>}
      <Field label="Name (optional)" value={name} maxLength={200} autoComplete="off" placeholder={found.name} onChange={(event) => onName(event.target.value)} hint="How it is called here" />
    </div>
  );
}

function Choices({ form, choices, chosen, onChoose }: { form: ConnectForm; choices: readonly Choice[]; chosen: readonly string[] | null; onChoose: (chosen: readonly string[] | null) => void }) {
  const [text, setText] = useState("");
  const shown = matching(choices, text);
  const ids = new Set(chosen ?? choices.map(({ id }) => id));
  const toggle = (id: string, isOn: boolean) => onChoose(choices.map((choice) => choice.id).filter((one) => (one === id ? isOn : ids.has(one))));
  const all = counted(choices.length, form.chooses);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">What to look at</legend>
      <label className="flex items-start gap-2">
        <input type="radio" name="choice" checked={chosen === null} onChange={() => onChoose(null)} className="mt-0.5 size-4 accent-primary" />
        <span>Everything: {all}, and those that are added later</span>
      </label>
      <label className="flex items-start gap-2">
        <input type="radio" name="choice" checked={chosen !== null} onChange={() => onChoose([...ids])} className="mt-0.5 size-4 accent-primary" />
        <span>Only what is chosen{chosen === null ? "" : `: ${number(chosen.length)} of ${all}`}</span>
      </label>
      {choices.length > manyToFind && (
        <div className="flex flex-wrap items-end gap-2">
          <Field label="Find" type="search" value={text} onChange={(event) => setText(event.target.value)} className="min-w-40 flex-1 max-sm:basis-full" />
          <Button onClick={() => onChoose([...new Set([...(chosen ?? []), ...shown.map(({ id }) => id)])])}>Choose {text === "" ? "all" : "these"}</Button>
          <Button onClick={() => onChoose([...ids].filter((id) => !shown.some((choice) => choice.id === id)))}>Leave out {text === "" ? "all" : "these"}</Button>
        </div>
      )}
      <ul className="flex max-h-72 flex-col gap-2 overflow-y-auto" aria-label={`Found: ${all}`}>
        {shown.slice(0, mostShown).map((choice) => (
          <li key={choice.id} className="flex items-start gap-2">
            <input type="checkbox" aria-label={choice.name} checked={ids.has(choice.id)} onChange={({ target }) => toggle(choice.id, target.checked)} className="mt-3 size-4 shrink-0 accent-primary" />
            <div className="min-w-0 flex-1">{choice.account === null ? <p className="py-2.5 font-mono text-sm">{choice.name}</p> : <AccountAccess provider={form.provider} account={choice.account} />}</div>
          </li>
        ))}
      </ul>
      {shown.length > mostShown && <p className="text-sm text-muted">{number(shown.length - mostShown)} more; type to find them.</p>}
      {shown.length === 0 && <p className="text-sm text-muted">None is called so.</p>}
    </fieldset>
  );
}
