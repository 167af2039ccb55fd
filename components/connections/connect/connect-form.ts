import type { JsonObject } from "@/lib/core/json";

export interface FieldSpec {
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
  isRequired?: boolean;
  /** `secret` is not shown while it is typed; `file` is a text that is dropped, chosen or pasted; `yes` is a box to tick. */
  kind?: "secret" | "file" | "yes";
  options?: readonly { value: string; label: string }[];
  /** Its values are long. */
  isWide?: boolean;
  /** Seldom needed: under "More". */
  isMore?: boolean;
  /** Asked for only then. */
  when?: (values: Values) => boolean;
}

/** One way of signing in. */
export interface ModeSpec {
  value: string;
  label: string;
  hint: string;
  fields: readonly FieldSpec[];
}

/** What the person typed, by field; `yes` for a box that is ticked. */
export type Values = Readonly<Record<string, string>>;

/** How one cloud is connected to. */
export interface ConnectForm {
  provider: string;
  title: string;
  description: string;
  modes: readonly [ModeSpec, ...ModeSpec[]];
  /** Asked for whatever the mode. */
  fields: readonly FieldSpec[];
  credentials(mode: ModeSpec, values: Values): JsonObject;
  settings(values: Values): JsonObject;
  /** What there is to choose from among what was found: regions of the account, or accounts of this kind. */
  chooses: "region" | "subscription" | "project";
  /** The choice as a setting; null for all, also those that are to come. */
  choice(ids: string[] | null): JsonObject;
}

/** The fields of a form that are asked for as it stands. */
export function fieldsOf(form: ConnectForm, mode: ModeSpec, values: Values): FieldSpec[] {
  return [...mode.fields, ...form.fields].filter(({ when }) => when === undefined || when(values));
}

/** What has to be filled in first; the server checks the rest. */
export function missingOf(form: ConnectForm, mode: ModeSpec, values: Values): string | null {
  const missing = fieldsOf(form, mode, values).find(({ name, isRequired }) => isRequired === true && textOf(values, name) === "");
  return missing === undefined ? null : `Fill in: ${missing.label}.`;
}

/** The fields that are filled in. */
export function filledIn(names: readonly string[], values: Values): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(values, name)]).filter(([, text]) => text !== ""));
}

export function textOf(values: Values, name: string): string {
  return (values[name] ?? "").trim();
}
