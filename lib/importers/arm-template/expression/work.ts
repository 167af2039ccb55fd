import { CloudVizError } from "../../../core/error";
import type { JsonValue } from "../../../core/json";
import { parseExpression, type Expression } from "./parse-expression";

// The largest template that Azure takes (4 MB, 800 resources) needs about a million steps; some multiply themselves without end.
const maxSteps = 3_000_000;
const maxDepth = 250;
/** Values deeper than this are no resource's: those nest about 20 levels. */
export const maxNesting = 60;
/** As many rounds of a loop as Azure runs. */
export const maxRounds = 800;

/** How much a file makes of itself: loops in loops, and variables made of each other. */
export class Work {
  #left = maxSteps;
  #depth = 0;
  readonly #parsed = new Map<string, Expression | null>();
  /** Expressions that could not be read. */
  unreadable = 0;

  /** Each text is parsed once: loops come back to it. Null where it could not be read. */
  parse(source: string): Expression | null {
    let expression = this.#parsed.get(source);
    if (expression === undefined) this.#parsed.set(source, (expression = parseExpression(source)));
    return expression;
  }

  /** Throws `unreadable-file` when there is no end. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new CloudVizError("unreadable-file", "The template makes more of itself than Azure would deploy: its loops and variables multiply without end. Check the counts of its copy loops, or import it in parts.");
  }

  /** Whether a value may be walked through as a whole. Variables can share their parts, and so be larger than any file. */
  isModest(value: JsonValue): boolean {
    let level: JsonValue[] = [value];
    for (let depth = 0; level.length > 0; depth++) {
      // Variables may nest in each other.
      if (depth > 4 * maxNesting) return false;
      this.spend(level.length);
      level = level.flatMap((each) => (each !== null && typeof each === "object" ? Object.values(each) : []));
    }
    return true;
  }

  /** Undefined where expressions lead to expressions too deeply, as those do that lead back to themselves. */
  deeper<T>(work: () => T): T | undefined {
    if (this.#depth >= maxDepth) return undefined;
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}
