"use client";

import type { Grouping } from "@/lib/core/diagram/diagram";
import { useFacets } from "../../data/queries";
import { GroupBy } from "../panels/group-by";

/** The levels of nesting, with the tags of the inventory at that moment. */
export function GroupingChoice({ value, at, onChange }: { value: Grouping; at: string | null; onChange: (grouping: Grouping) => void }) {
  const { data: facets } = useFacets(at, true);
  const tagKeys = facets?.keys.flatMap(({ key }) => (key.startsWith("tag.") ? [unquoted(key.slice("tag.".length))] : [])) ?? [];
  return <GroupBy value={value} tagKeys={tagKeys} onChange={onChange} />;
}

/** Facets write keys as filters do: odd ones stand in quotes. */
function unquoted(key: string): string {
  return key.startsWith('"') ? key.slice(1, -1).replace(/\\(.)/g, "$1") : key;
}
