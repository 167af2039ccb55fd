import type { ExportOptions } from "@/lib/api-client";

/** What was last chosen in the export dialog. Kept in this browser; nothing when it keeps nothing. */
export interface KeptChoice {
  format: string | null;
  options: ExportOptions;
}

const name = "cloudviz-export";
const nothing: KeptChoice = { format: null, options: {} };

export function readKeptChoice(): KeptChoice {
  try {
    return choiceFrom(JSON.parse(window.localStorage.getItem(name) ?? "null"));
  } catch {
    return nothing;
  }
}

export function keepChoice(choice: KeptChoice): void {
  try {
    window.localStorage.setItem(name, JSON.stringify(choice));
  } catch {
    // Only a convenience.
  }
}

/** Checked by hand, as the palette does: schemas would cost more than the dialog itself. */
export function choiceFrom(kept: unknown): KeptChoice {
  if (!isRecord(kept)) return nothing;
  const options = isRecord(kept.options) ? kept.options : {};
  return {
    format: typeof kept.format === "string" ? kept.format : null,
    options: Object.fromEntries(Object.entries(options).filter((entry): entry is [string, string | number | boolean] => ["string", "number", "boolean"].includes(typeof entry[1]))),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
