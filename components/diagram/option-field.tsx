"use client";

import { useId } from "react";
import { Field } from "../ui/field";
import { RadioList, Segments } from "../ui/radio-list";
import type { OptionControl, OptionValue } from "./layout-options";

/** Letters that fit beside each other in the width of a menu. */
const mostBeside = 34;
/** A scale of so few steps is chosen from, not dragged. */
const fewSteps = 5;
/** A slider with more steps hits none of them: then the number is typed. */
const mostSteps = 200;

/** Something that a layout or a format can be told, as its schema wants it to be chosen. */
export function OptionField({ control, onChange }: { control: OptionControl; onChange: (value: OptionValue) => void }) {
  const id = useId();
  const description = control.description === null ? undefined : `${id}-description`;
  const isTyped = control.kind === "number" && (control.max - control.min) / control.step > mostSteps;
  const steps = control.kind === "number" ? stepsOf(control) : [];
  return (
    <div className="flex flex-col gap-1.5">
      {control.kind === "choice" && <Choice control={control} describedBy={description} onChange={onChange} />}
      {control.kind === "switch" && (
        <label className="flex min-h-6 items-center justify-between gap-3 text-sm font-medium">
          {control.title}
          <input type="checkbox" role="switch" aria-describedby={description} checked={control.value} onChange={({ target }) => onChange(target.checked)} className="size-4 accent-(--primary)" />
        </label>
      )}
      {control.kind === "number" && steps.length > 0 && (
        <Segments label={control.title} describedBy={description} value={String(control.value)} options={steps.map((step) => ({ value: String(step), label: String(step) }))} onChange={(step) => onChange(Number(step))} />
      )}
      {control.kind === "number" && isTyped && (
        <Field label={control.title} type="number" aria-describedby={description} min={control.min} max={control.max} step={control.step} value={control.value} onChange={({ target }) => Number.isFinite(target.valueAsNumber) && onChange(target.valueAsNumber)} />
      )}
      {control.kind === "number" && !isTyped && steps.length === 0 && (
        <label className="flex flex-col gap-1 text-sm font-medium">
          <span className="flex justify-between gap-3">{control.title} <output htmlFor={id} className="text-muted tabular-nums">{control.value}</output></span>
          <input id={id} type="range" aria-describedby={description} min={control.min} max={control.max} step={control.step} value={control.value} onChange={({ target }) => onChange(target.valueAsNumber)} className="h-6 w-full accent-(--primary)" />
        </label>
      )}
      {description !== undefined && <p id={description} className="text-sm text-muted">{control.description}</p>}
    </div>
  );
}

function Choice({ control, describedBy, onChange }: { control: Extract<OptionControl, { kind: "choice" }>; describedBy: string | undefined; onChange: (value: OptionValue) => void }) {
  const { title, choices } = control;
  const shown = {
    value: String(control.value),
    options: choices.map(({ value, label }) => ({ value: String(value), label })),
    onChange: (chosen: string) => onChange(choices.find(({ value }) => String(value) === chosen)?.value ?? chosen),
  };
  if (choices.reduce((letters, { label }) => letters + label.length + 2, 0) <= mostBeside) return <Segments label={title} describedBy={describedBy} {...shown} />;
  return (
    <div className="flex flex-col gap-1">
      <p aria-hidden className="text-sm font-medium">{title}</p>
      <RadioList label={title} {...shown} />
    </div>
  );
}

/** Empty when there are too many of them. */
function stepsOf({ min, max, step }: Extract<OptionControl, { kind: "number" }>): number[] {
  const count = Math.round((max - min) / step) + 1;
  return count > fewSteps ? [] : Array.from({ length: count }, (_, index) => min + index * step);
}
