"use client";

import { parseAsArrayOf, parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates, type inferParserType } from "nuqs";
import type { JsonObject } from "@/lib/core/json";
import { presetLabels } from "@/lib/core/diagram/preset-labels";
import type { PresetId } from "@/lib/core/diagram/view";

const diagramViews = ["canvas", "table", "tree"] as const;
export type DiagramViewId = (typeof diagramViews)[number];

/** What of a diagram is in its address, so that a view is a link. What is absent is as the diagram was saved. */
export const parsers = {
  view: parseAsStringLiteral(diagramViews).withDefault("canvas"),
  /** A filter beside the diagram's own. */
  q: parseAsString.withDefault(""),
  /** Comma-separated levels; empty = no frames. */
  group: parseAsString,
  preset: parseAsStringLiteral(Object.keys(presetLabels) as PresetId[]),
  layout: parseAsString,
  /** The layout's options as JSON. */
  options: parseAsString,
  theme: parseAsString,
  /** Keys of the selected resources. */
  sel: parseAsArrayOf(parseAsString).withDefault([]),
  /** The resource whose neighbourhood is looked at, and how many steps wide. */
  focus: parseAsString,
  depth: parseAsInteger.withDefault(1),
  /** Only the neighbourhood is drawn, instead of the rest being faded. */
  only: parseAsBoolean.withDefault(false),
  /** Ids of legend entries that are switched off. */
  off: parseAsArrayOf(parseAsString).withDefault([]),
};

export type DiagramUrl = inferParserType<typeof parsers>;

export function useDiagramUrl() {
  return useQueryStates(parsers, { history: "replace" });
}

export function optionsFrom(text: string): JsonObject | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as JsonObject) : null;
  } catch {
    return null;
  }
}
