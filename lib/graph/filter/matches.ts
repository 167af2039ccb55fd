import type { Resource } from "../../core/resource/resource";
import { hasValue, isMoment, valuesOf } from "./fields";
import type { Filter } from "./filter";
import { glob } from "./glob";
import { compares, readNumber, readTime, type Comparison, type Operand } from "./operand";

/** `sources` are the ids and names of the connections that see the resource. */
type Holds = (resource: Resource, sources: readonly string[]) => boolean;
type Term = Extract<Filter, { kind: "term" }>;

const compiled = new WeakMap<Filter, Holds>();

/** Whether a filter holds for a resource. `sources` are the ids and the names of the connections that see it. */
export function matches(filter: Filter, resource: Resource, sources: readonly string[]): boolean {
  let holds = compiled.get(filter);
  if (holds === undefined) compiled.set(filter, (holds = compile(filter)));
  return holds(resource, sources);
}

/** Whether what the filter holds for changes with the clock alone (`firstSeen>-7d`), so that no answer to it stays fresh. */
export function isRelative(filter: Filter): boolean {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.parts.some(isRelative);
    case "not":
      return isRelative(filter.part);
    case "term":
      return isComparison(filter) && operandOf(filter)?.kind === "ago";
    case "has":
    case "text":
      return false;
  }
}

function compile(filter: Filter): Holds {
  switch (filter.kind) {
    case "and": {
      const parts = filter.parts.map(compile);
      return (resource, sources) => parts.every((holds) => holds(resource, sources));
    }
    case "or": {
      const parts = filter.parts.map(compile);
      return (resource, sources) => parts.some((holds) => holds(resource, sources));
    }
    case "not": {
      const holds = compile(filter.part);
      return (resource, sources) => !holds(resource, sources);
    }
    case "has":
      return hasValue(filter.key);
    case "text": {
      const wanted = filter.text.toLowerCase();
      return ({ name, id, type }) => name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted) || type.toLowerCase().includes(wanted);
    }
    case "term": {
      const read = valuesOf(filter.key);
      const accepts = accepter(filter);
      if (filter.operator === "!=") return (resource, sources) => !read(resource, sources).some(accepts);
      return (resource, sources) => read(resource, sources).some(accepts);
    }
  }
}

/** What one value must be. For `!=` it is what no value may be. */
function accepter(term: Term): (value: string) => boolean {
  const { key, value: wanted } = term;
  const operand = operandOf(term);
  if (isComparison(term)) return operand === null ? () => false : (value) => compares(value, term.operator, operand, Date.now());
  if (isMoment(key) && operand !== null) return (value) => compares(value, ">=", operand, 0) && compares(value, "<=", operand, 0);
  return term.operator === ":" ? glob(wanted) : (value) => value === wanted;
}

function isComparison(term: Term): term is Term & { operator: Comparison } {
  return term.operator !== ":" && term.operator !== "=" && term.operator !== "!=";
}

function operandOf({ key, value }: Term): Operand | null {
  const number = isMoment(key) ? null : readNumber(value);
  return number === null ? readTime(value) : { kind: "number", value: number };
}
