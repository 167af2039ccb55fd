/**
 * Joins class names. What a component sets and what its caller adds must not be about the same property: which of two wins is
 * up to the style sheet's order, not to this one. Where callers may choose, the component has a property for it.
 */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
