"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { GroupKey } from "@/lib/core/diagram/diagram";
import { buttonClass } from "../../ui/button";
import { inputClass } from "../../ui/field";
import type { GroupChoice } from "./group-words";

/** A button that opens a list of levels and tags with a search; a tag that is typed can be taken too. */
export function AddGroup({ choicesFor, onAdd }: { choicesFor: (typed: string) => GroupChoice[]; onAdd: (key: GroupKey) => void }) {
  const [typed, setTyped] = useState("");
  return (
    <Combobox.Root
      items={choicesFor(typed)}
      value={null}
      inputValue={typed}
      onInputValueChange={(text) => setTyped(text)}
      onOpenChange={() => setTyped("")}
      onValueChange={(choice: GroupChoice | null) => {
        if (choice !== null) onAdd(choice.key);
      }}
      itemToStringLabel={({ label, hint }: GroupChoice) => (hint === null ? label : `${label} ${hint}`)}
      isItemEqualToValue={(one: GroupChoice, other: GroupChoice) => one.key === other.key}
      autoHighlight
    >
      <Combobox.Trigger aria-label="Add a level" className={buttonClass("quiet", "close")}><Plus size={14} aria-hidden className="text-muted" /> Add</Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} align="start" className="z-50">
          <Combobox.Popup aria-label="Levels and tags" className="flex max-h-[min(380px,var(--available-height))] w-60 flex-col rounded-card border border-hairline bg-surface text-ink shadow-2">
            <div className="shrink-0 p-1 pb-0"><Combobox.Input aria-label="Level or tag" placeholder="Level or tag" className={`${inputClass} focus-visible:-outline-offset-1`} /></div>
            <Combobox.Empty className="px-3 py-2 text-muted empty:hidden">Everything is chosen.</Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto p-1">
              {(choice: GroupChoice) => (
                <Combobox.Item key={choice.key} value={choice} className="flex min-h-8 cursor-default items-center gap-2 rounded-chip px-2 py-1 outline-none data-highlighted:bg-hover">
                  <span className="min-w-0 flex-1 truncate [unicode-bidi:isolate]">{choice.label}</span>
                  {choice.hint !== null && <span className="shrink-0 text-sm text-muted">{choice.hint}</span>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
