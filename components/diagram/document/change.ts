import type { DiagramContent } from "@/lib/core/api/diagrams";
import { isSame } from "./is-same";
import { applyPatch, composePatches, effectivePatch, inverse, isEmptyPatch, type OverlayPatch } from "./overlay-patch";

export type DiagramFields = Omit<DiagramContent, "overlay">;

/** What one edit changes of a diagram: whole fields, and entries of the overlay. */
export interface Change {
  fields: Partial<DiagramFields>;
  overlay: OverlayPatch;
}

export const noChange: Change = { fields: {}, overlay: {} };

export function applyChange<Content extends DiagramContent>(content: Content, { fields, overlay }: Change): Content {
  if (isEmptyChange({ fields, overlay })) return content;
  return { ...content, ...fields, overlay: applyPatch(content.overlay, overlay) };
}

/** The change that takes `change` back again, for a content that it has not been applied to yet. */
export function inverseChange(content: DiagramContent, { fields, overlay }: Change): Change {
  return { fields: mapFields(fields, (name) => content[name]), overlay: inverse(content.overlay, overlay) };
}

/** `change` without what the content has already. */
export function effectiveChange(content: DiagramContent, { fields, overlay }: Change): Change {
  return { fields: mapFields(fields, (name, value) => (isSame(value, content[name]) ? undefined : value)), overlay: effectivePatch(content.overlay, overlay) };
}

/** One change that does what both do, one after the other. */
export function composeChanges(first: Change, second: Change): Change {
  return { fields: { ...first.fields, ...second.fields }, overlay: composePatches(first.overlay, second.overlay) };
}

export function isEmptyChange({ fields, overlay }: Change): boolean {
  return Object.keys(fields).length === 0 && isEmptyPatch(overlay);
}

export type FieldName = keyof DiagramFields;

/** Fields with other values; undefined leaves one out. */
export function mapFields(fields: Partial<DiagramFields>, map: (name: FieldName, value: unknown) => unknown): Partial<DiagramFields> {
  const names = Object.keys(fields) as FieldName[];
  return Object.fromEntries(names.map((name) => [name, map(name, fields[name])] as const).filter(([, value]) => value !== undefined));
}
