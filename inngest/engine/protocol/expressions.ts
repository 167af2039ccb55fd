import { parse } from "@marcbachmann/cel-js";

/** What expressions may name: the event of the run, and the one that came later. */
export interface ExpressionContext {
  event: unknown;
  async?: unknown;
}

export function isExpression(expression: string): boolean {
  try {
    parse(expression);
    return true;
  } catch {
    return false;
  }
}

/** The value of a CEL expression, or null where it names something that is not there. */
export function evaluate(expression: string, context: ExpressionContext): unknown {
  try {
    // The library's own result type is `any`.
    return parse(expression)({ ...context }) as unknown;
  } catch {
    return null;
  }
}

/** Whether an expression is true; one that names something that is not there is false, and none is true. */
export function isMatch(expression: string | null, context: ExpressionContext): boolean {
  return expression === null || evaluate(expression, context) === true;
}
