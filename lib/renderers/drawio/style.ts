/** draw.io's own spelling of styles; values are ours, never a cloud's text. */
export function style(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value};`)
    .join("");
}

/** Nothing for solid lines. */
export function dashes(dash: string): Record<string, string | number> {
  return dash === "" ? {} : { dashed: 1, dashPattern: dash };
}
