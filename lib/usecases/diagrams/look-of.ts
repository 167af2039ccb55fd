import type { JsonObject } from "../../core/json";
import type { Diagram } from "../../core/diagram/diagram";
import { checkLayout, checkTheme } from "./check-diagram";

export interface Look {
  layout: { id: string; options: JsonObject };
  theme: string;
}

export interface AskedLook {
  theme?: string | undefined;
  layout?: string | undefined;
  layoutOptions?: JsonObject | undefined;
}

/** What is asked for, else as the diagram was saved. Another layout does not take over the saved one's options. Throws `invalid-request`. */
export async function lookOf(saved: Pick<Diagram, "theme" | "layout">, { theme, layout, layoutOptions }: AskedLook): Promise<Look> {
  const id = layout ?? saved.layout.id;
  const look = { theme: theme ?? saved.theme, layout: { id, options: layoutOptions ?? (id === saved.layout.id ? saved.layout.options : {}) } };
  await checkTheme(look.theme, "theme");
  await checkLayout(look.layout, "layout", "layoutOptions");
  return look;
}
