"use client";

import { useState } from "react";
import type { FormatChoice } from "@/lib/core/api/choices";
import type { OptionValue } from "../layout-options";
import { scopesOf, type ExportScope, type ExportScopeId, type ExportSubject } from "./export-subject";
import type { ExportChoice } from "./export-wish";
import { keepChoice, readKeptChoice } from "./kept-choice";

export interface ExportChoices {
  /** Null while the formats are loaded. */
  choice: ExportChoice | null;
  scopes: readonly ExportScope[];
  setFormat: (id: string) => void;
  setScope: (id: ExportScopeId) => void;
  setTheme: (id: string) => void;
  setOption: (name: string, value: OptionValue) => void;
}

/** What is chosen in the dialog: at first the format of the last time, and what the page shows. */
export function useExportChoices(subject: ExportSubject, formats: readonly FormatChoice[]): ExportChoices {
  const [kept, setKept] = useState(readKeptChoice);
  const [scopeId, setScope] = useState<ExportScopeId>("view");
  const [theme, setTheme] = useState(subject.look.theme);
  const scopes = scopesOf(subject);
  // Without a filter the whole diagram is the view.
  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const format = formats.find(({ id }) => id === kept.format) ?? formats[0];

  function keep(change: Partial<typeof kept>) {
    const next = { ...kept, ...change };
    setKept(next);
    keepChoice(next);
  }

  return {
    choice: format === undefined || scope === undefined ? null : { format, scope, theme, options: kept.options },
    scopes,
    setFormat: (id) => keep({ format: id }),
    setScope,
    setTheme,
    setOption: (name, value) => keep({ options: { ...kept.options, [name]: value } }),
  };
}
