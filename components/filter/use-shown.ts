import { useEffect, useState } from "react";
import type { FilterProblem } from "./use-filter-text";

/** A mistake is told after a pause, and after a longer one while its word may still be unfinished. */
const settleMs = { elsewhere: 700, inside: 1500 };

/** Whether a problem is to be shown now: not while its word is being typed. `caret` is null where the box has no focus. */
export function useShown(problem: FilterProblem | null, text: string, caret: number | null): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  const isInside = problem !== null && caret !== null && caret >= problem.at && caret <= wordEnd(text, problem.at + problem.length);
  useEffect(() => {
    if (caret === null) return;
    const timer = setTimeout(() => setSettled(text), isInside ? settleMs.inside : settleMs.elsewhere);
    return () => clearTimeout(timer);
  }, [text, caret, isInside]);
  return problem !== null && (caret === null || settled === text);
}

function wordEnd(text: string, from: number): number {
  const rest = text.slice(from).search(/\s/);
  return rest < 0 ? text.length : from + rest;
}
