import { Layers } from "lucide-react";
import { RadioList } from "../../ui/radio-list";
import { ToolbarMenu } from "../toolbar-menu";

export interface PresetMenuProps {
  presets: readonly { id: string; label: string }[];
  /** Null = no preset: everything is drawn. */
  value: string | null;
  onChange: (id: string | null) => void;
}

/** What the diagram leaves out to tell one thing well. */
export function PresetMenu({ presets, value, onChange }: PresetMenuProps) {
  const options = [{ value: "", label: "Everything" }, ...presets.map(({ id, label }) => ({ value: id, label }))];
  return (
    <ToolbarMenu label="Preset" icon={Layers} value={options.find((option) => option.value === (value ?? ""))?.label ?? "Everything"} goes="last">
      <RadioList label="Preset" value={value ?? ""} options={options} onChange={(id) => onChange(id === "" ? null : id)} />
    </ToolbarMenu>
  );
}
