/**
 * What a template leaves open stands in its texts as a placeholder, shown as `{vmName}`. While expressions are evaluated it is
 * marked by characters of Unicode's private area, so that a function knows that a text is not the whole one, and carries the
 * ids of the resources that it was made from.
 */
const open = "\ue000";
const close = "\ue001";
const id = "\ue002";
/** Behind a label: what the placeholder stands for. */
const marks = { named: "\ue003", derived: "\ue004", reference: "\ue005" } as const;

const any = /\ue000([^\ue001-\ue005]*)([\ue003-\ue005])([^\ue001]*)\ue001/g;
const whole = /^\ue000([^\ue001-\ue005]*)([\ue003-\ue005])([^\ue001]*)\ue001$/;
const maxLabel = 60;

/** A value that only the deployment knows, under the name that the template gives it. */
export function named(label: string, ids: readonly string[] = []): string {
  return marked(label, marks.named, ids);
}

/** What a function would make of it. `ids` are those of resources in its arguments. */
export function derived(label: string, ids: readonly string[]): string {
  return marked(label, marks.derived, ids);
}

/** Something that a resource tells of itself once it is there. */
export function referenceTo(resource: string, label: string): string {
  return marked(label, marks.reference, [resource]);
}

function marked(label: string, mark: string, ids: readonly string[]): string {
  return open + shown(label).replace(/[\s/{}\ue000-\ue005]+/g, "-").slice(0, maxLabel) + mark + ids.map((each) => id + shown(each)).join("") + close;
}

export function isOpen(text: string): boolean {
  return text.includes(open);
}

/** The text for a person and for ids: a name in braces where something is open. */
export function shown(text: string): string {
  return isOpen(text) ? text.replace(any, (_, label: string) => (label === "" ? "" : `{${label}}`)) : text;
}

/** The labels and ids of the placeholders in a text. */
export function placeholdersIn(text: string): { labels: string[]; ids: string[] } {
  const found = isOpen(text) ? [...text.matchAll(any)] : [];
  return { labels: found.map((each) => each[1] ?? ""), ids: found.flatMap((each) => (each[3] ?? "").split(id).filter((part) => part !== "")) };
}

/** The id of the resource that the whole text is told by; null for every other text. */
export function referenced(text: string): string | null {
  const found = whole.exec(text);
  return found?.[2] === marks.reference ? (found[3] ?? "").slice(id.length) : null;
}

/** Whether the whole text is what a function would make: it has no name of its own. */
export function isDerived(text: string): boolean {
  return whole.exec(text)?.[2] === marks.derived;
}

/** What is known of a text; undefined where nothing is. */
export function knownPart(text: string): string | undefined {
  const known = text.replace(any, "");
  return known === "" && isOpen(text) ? undefined : known;
}

/** Changes what is known of a text. */
export function mapKnown(text: string, change: (known: string) => string): string {
  return isOpen(text) ? text.split(/(\ue000[^\ue001]*\ue001)/).map((part) => (part.startsWith(open) ? part : change(part))).join("") : change(text);
}
