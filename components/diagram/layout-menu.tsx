"use client";

import { Workflow } from "lucide-react";
import { useId } from "react";
import type { JsonObject } from "@/lib/core/json";
import { useLayouts } from "../data/queries";
import { RadioList, Segments } from "../ui/radio-list";
import { optionControls, type OptionControl } from "./layout-options";
import { ToolbarMenu } from "./toolbar-menu";

export interface ChosenLayout {
  id: string;
  options: JsonObject;
}

/** Which layout places the diagram, and what it is told: built-in and custom ones alike, from their own schemas. */
export function LayoutMenu({ value, onChange }: { value: ChosenLayout; onChange: (value: ChosenLayout) => void }) {
  const { data: layouts = [] } = useLayouts();
  const chosen = layouts.find(({ id }) => id === value.id);
  const controls = chosen === undefined ? [] : optionControls(chosen.options, value.options);
  return (
    <ToolbarMenu label="Layout" icon={Workflow} value={chosen?.label ?? value.id}>
      <RadioList label="Layout" value={value.id} options={layouts.map(({ id, label }) => ({ value: id, label }))} onChange={(id) => onChange({ id, options: {} })} />
      {controls.length > 0 && (
        <div className="mt-3 flex flex-col gap-3 border-t border-hairline pt-3">
          {controls.map((control) => (
            <Option key={control.key} control={control} onChange={(next) => onChange({ id: value.id, options: { ...value.options, [control.key]: next } })} />
          ))}
        </div>
      )}
    </ToolbarMenu>
  );
}

function Option({ control, onChange }: { control: OptionControl; onChange: (value: string | number | boolean) => void }) {
  const id = useId();
  const description = control.description === null ? undefined : `${id}-description`;
  return (
    <div className="flex flex-col gap-1.5">
      {control.kind === "choice" && <Segments label={control.title} describedBy={description} value={control.value} options={control.choices} onChange={onChange} />}
      {control.kind === "switch" && (
        <label className="flex min-h-6 items-center justify-between gap-3 text-sm font-medium">
          {control.title}
          <input type="checkbox" role="switch" aria-describedby={description} checked={control.value} onChange={({ target }) => onChange(target.checked)} className="size-4 accent-(--primary)" />
        </label>
      )}
      {control.kind === "number" && (
        <label className="flex flex-col gap-1 text-sm font-medium">
          <span className="flex justify-between gap-3">{control.title} <output htmlFor={id} className="text-muted tabular-nums">{control.value}</output></span>
          <input id={id} type="range" aria-describedby={description} min={control.min} max={control.max} step={control.step} value={control.value} onChange={({ target }) => onChange(target.valueAsNumber)} className="h-6 w-full accent-(--primary)" />
        </label>
      )}
      {description !== undefined && <p id={description} className="text-sm text-muted">{control.description}</p>}
    </div>
  );
}
