"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useState } from "react";
import { describeType } from "@/lib/catalogue";
import type { ResourceRow } from "@/lib/core/api/resources";
import { useFoundResources } from "../../../commands/use-found-resources";
import { TypeTile } from "../../../ui/type-tile";
import { inputClass } from "../../../ui/field";

/** A field that finds one resource of the inventory. */
export function ResourceSearch({ label, onPick }: { label: string; onPick: (resource: ResourceRow) => void }) {
  const [query, setQuery] = useState("");
  const { resources, isSearching, problem } = useFoundResources(query);
  return (
    <Autocomplete.Root
      mode="none"
      items={resources}
      value={query}
      onValueChange={(value, { reason }) => reason !== "item-press" && setQuery(value)}
      itemToStringValue={({ name }: ResourceRow) => name}
      autoHighlight
    >
      <Autocomplete.Input aria-label={label} placeholder="Name, type or filter" autoFocus autoComplete="off" spellCheck={false} className={inputClass} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-60 outline-none">
          <Autocomplete.Popup className="max-h-[min(320px,var(--available-height))] w-(--anchor-width) overflow-y-auto rounded-card border border-hairline bg-surface p-1 text-ink shadow-2">
            <Autocomplete.Status className="px-2 py-1 text-sm text-muted empty:hidden">{statusOf(query, resources.length, isSearching, problem)}</Autocomplete.Status>
            <Autocomplete.List>
              {(resource: ResourceRow) => (
                <Autocomplete.Item key={resource.id} value={resource} onClick={() => onPick(resource)} className="flex min-h-9 cursor-default items-center gap-2.5 rounded-chip px-2 py-1 outline-none select-none data-highlighted:bg-hover">
                  <TypeTile type={resource.type} />
                  <span className="min-w-0 truncate">{resource.name}</span>
                  <span className="min-w-0 flex-1 truncate text-sm text-muted">{[describeType(resource.type).label, resource.region].filter(Boolean).join(" · ")}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}

function statusOf(query: string, found: number, isSearching: boolean, problem: string | null): string | null {
  if (problem !== null) return problem;
  if (found > 0) return null;
  if (query.trim().length < 2) return "Type at least two letters.";
  return isSearching ? "Searching…" : "No resource answers to that.";
}
