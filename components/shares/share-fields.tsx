"use client";

import { useId, useState } from "react";
import type { ShareAllowance, ShareHiding } from "@/lib/core/share/share";
import { inputClass } from "../ui/field";
import { Select } from "../ui/select";
import { CheckRow } from "./choice-list";
import { dateOf, expiryChoices, type Expiry, type ExpiryChoice } from "./expiry";
import { hidingKeys, hidingWords } from "./share-words";

export function ExpiryField({ value, onChange }: { value: Expiry; onChange: (value: Expiry) => void }) {
  const [today] = useState(() => dateOf(new Date()));
  const choose = (choice: string) => {
    const known = expiryChoices.find(({ value: one }) => one === choice)?.value;
    if (known !== undefined) onChange({ choice: known satisfies ExpiryChoice, date: value.date });
  };
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm font-medium" aria-hidden>Opens for</span>
      <div className="flex gap-2">
        <Select label="Opens for" value={value.choice} options={expiryChoices} onChange={choose} className="min-w-40 flex-1" />
        {value.choice === "date" && <input type="date" aria-label="Last day" value={value.date} min={today} onChange={({ target }) => onChange({ choice: "date", date: target.value })} className={`${inputClass} flex-1`} />}
      </div>
    </div>
  );
}

/** What is taken out before anything is sent, and whether names may be seen. */
export function HidingFields({ value, onChange, isAware, onAware }: { value: ShareHiding; onChange: (value: ShareHiding) => void; isAware: boolean; onAware: (isAware: boolean) => void }) {
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 text-sm font-medium">Hide</legend>
      {hidingKeys.map((key) => <CheckRow key={key} label={hidingWords[key].label} hint={hidingWords[key].hint} checked={value[key]} onChange={(checked) => onChange({ ...value, [key]: checked })} />)}
      {!value.names && (
        <label className="mt-1 flex cursor-pointer items-start gap-3 rounded-card bg-warn-ground px-2 py-2">
          <input type="checkbox" checked={isAware} onChange={({ target }) => onAware(target.checked)} className="mt-0.5 size-4 shrink-0 accent-(--primary)" />
          <span className="font-medium">Anyone with the link can see the names above</span>
        </label>
      )}
    </fieldset>
  );
}

export function AllowanceFields({ value, onChange }: { value: ShareAllowance; onChange: (value: ShareAllowance) => void }) {
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 text-sm font-medium">Allow</legend>
      <CheckRow label="Table" hint="The resources can also be read as a list." checked={value.table} onChange={(table) => onChange({ ...value, table })} />
      <CheckRow label="Files" hint="SVG, PNG, Mermaid and JSON can be saved and linked, for a README or a wiki." checked={value.files} onChange={(files) => onChange({ ...value, files })} />
    </fieldset>
  );
}

export function OriginsField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">Pages that may embed it</label>
      <textarea
        id={id}
        rows={2}
        value={value}
        spellCheck={false}
        placeholder="https://wiki.example.com"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
        className="w-full min-w-0 rounded-card border border-control bg-surface px-3 py-1.5 font-mono text-sm text-ink max-sm:text-lg"
      />
      <p id={`${id}-hint`} className="text-sm text-muted">Scheme and host, one a line. Browsers show it in a frame on these pages only; with none, nowhere.</p>
    </div>
  );
}
