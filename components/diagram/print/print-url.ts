"use client";

import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates, type inferParserType } from "nuqs";
import { orientations, papers } from "@/lib/scene/page/paper";
import { parsers } from "../state/diagram-url";

/** What the print view shows, as the diagram's page calls it, and on which paper. */
const printParsers = {
  q: parsers.q,
  group: parsers.group,
  preset: parsers.preset,
  layout: parsers.layout,
  options: parsers.options,
  theme: parseAsString.withDefault("professional"),
  paper: parseAsStringLiteral(papers).withDefault("a4"),
  orientation: parseAsStringLiteral(orientations).withDefault("auto"),
  fit: parseAsStringLiteral(["fit", "tile"]).withDefault("fit"),
  legend: parseAsBoolean.withDefault(true),
  notes: parseAsBoolean.withDefault(true),
};

export type PrintUrl = inferParserType<typeof printParsers>;

export function usePrintUrl() {
  return useQueryStates(printParsers, { history: "replace" });
}
