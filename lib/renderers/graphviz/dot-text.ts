import { xmlText } from "../svg/xml";

/** A quoted string of DOT in which nothing stands for anything else. */
export function dotString(text: string): string {
  return `"${text.replace(/&/g, "&amp;").replace(/[\\"]/g, "\\$&")}"`;
}

/** Text inside an HTML-like label. Graphviz puts names in for `\N`, `\G` …, in these labels too. */
export function labelText(text: string): string {
  return xmlText(text).replace(/\\/g, "\\\\");
}
