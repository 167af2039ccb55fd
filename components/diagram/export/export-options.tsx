import { themes, themeOf } from "@/lib/themes";
import type { FormatChoice } from "@/lib/core/api/choices";
import { Segments } from "../../ui/radio-list";
import { Select } from "../../ui/select";
import { optionControls } from "../layout-options";
import { OptionField } from "../option-field";
import type { ExportScopeId } from "./export-subject";
import type { ExportChoice } from "./export-wish";
import { FormatTiles } from "./format-tiles";
import type { ExportChoices } from "./use-export-choices";

/** Format, part, theme, and what the format itself can be told. */
export function ExportOptionFields({ formats, choice, choices }: { formats: readonly FormatChoice[]; choice: ExportChoice; choices: ExportChoices }) {
  const { format, scope, theme, options } = choice;
  const controls = optionControls(format.options, options);
  return (
    <>
      <FormatTiles formats={formats} value={format.id} onChange={choices.setFormat} />
      {choices.scopes.length > 1 && <Segments label="What" value={scope.id} options={choices.scopes.map(({ id, label }) => ({ value: id, label }))} onChange={(id) => choices.setScope(id as ExportScopeId)} />}
      {format.reads === "scene" && (
        <div className="flex flex-col gap-1">
          <p aria-hidden className="text-sm font-medium">Theme</p>
          <Select label="Theme" value={themeOf(theme).id} options={Object.values(themes).map(({ id, label }) => ({ value: id, label }))} onChange={choices.setTheme} />
        </div>
      )}
      {controls.map((control) => <OptionField key={control.key} control={control} onChange={(value) => choices.setOption(control.key, value)} />)}
    </>
  );
}
