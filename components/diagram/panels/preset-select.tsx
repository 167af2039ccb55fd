"use client";

import { Select } from "../../ui/select";

export interface PresetSelectProps {
  presets: readonly { id: string; label: string }[];
  /** Null = no preset: everything is drawn. */
  value: string | null;
  onChange: (id: string | null) => void;
  className?: string;
}

/** What the diagram leaves out to tell one thing well. */
export function PresetSelect({ presets, value, onChange, className }: PresetSelectProps) {
  const options = [{ value: "", label: "Everything" }, ...presets.map(({ id, label }) => ({ value: id, label }))];
  return <Select label="Preset" prefix="Show" value={value ?? ""} options={options} onChange={(id) => onChange(id === "" ? null : id)} className={className} />;
}
