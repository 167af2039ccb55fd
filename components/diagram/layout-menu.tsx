"use client";

import { Workflow } from "lucide-react";
import type { JsonObject } from "@/lib/core/json";
import { useLayouts } from "../data/queries";
import { onDemand } from "../ui/on-demand";
import { RadioList } from "../ui/radio-list";
import { optionControls } from "./layout-options";
import { ToolbarMenu } from "./toolbar-menu";

/** Seen when the menu is opened. */
const OptionField = onDemand(() => import("./option-field").then((module) => module.OptionField));

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
            <OptionField key={control.key} control={control} onChange={(next) => onChange({ id: value.id, options: { ...value.options, [control.key]: next } })} />
          ))}
        </div>
      )}
    </ToolbarMenu>
  );
}
