import { useEffect, useRef, useState } from "react";
import { parseFilter } from "@/lib/graph/filter";
import { CloudVizError } from "@/lib/core/error";

/** Typing is told after a pause, so that not every letter is a request. */
const pauseMs = 250;
/** A mistake is told after a longer one, and after a longer one still while its word may be unfinished. */
const settleMs = { elsewhere: 700, inside: 1500 };

/** What is wrong with a text: `at` and `length` in UTF-16 units. */
export interface FilterProblem {
  message: string;
  at: number;
  length: number;
}

/**
 * The text in the box and what of it is told: every readable text, after a pause. `value` is what the page filters by; when it
 * changes from elsewhere (Back, "Clear filters"), the box follows.
 */
export function useFilterText(value: string, onChange: (value: string) => void) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const [previous, setPrevious] = useState(value);
  if (value !== previous) {
    setPrevious(value);
    if (value !== told) {
      setTold(value);
      setText(value);
    }
  }
  const problem = problemOf(text);
  const isReadable = problem === null;
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    if (text === told || !isReadable) return;
    const timer = setTimeout(() => {
      setTold(text);
      tell.current(text);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, told, isReadable]);

  /** Without the pause. */
  function setAndTell(next: string) {
    setText(next);
    if (problemOf(next) !== null) return;
    setTold(next);
    tell.current(next);
  }

  return { text, setText, setAndTell, problem };
}

/** Whether a problem is to be shown now: not while its word is being typed. `caret` is null where the box has no focus. */
export function useShown(problem: FilterProblem | null, text: string, caret: number | null): boolean {
  const [shown, setShown] = useState<string | null>(null);
  const end = problem === null ? 0 : wordEnd(text, problem.at + problem.length);
  const isInside = problem !== null && caret !== null && caret >= problem.at && caret <= end;
  useEffect(() => {
    if (caret === null) return;
    const timer = setTimeout(() => setShown(text), isInside ? settleMs.inside : settleMs.elsewhere);
    return () => clearTimeout(timer);
  }, [text, caret, isInside]);
  return problem !== null && (caret === null || shown === text);
}

function wordEnd(text: string, from: number): number {
  const rest = text.slice(from).search(/\s/);
  return rest < 0 ? text.length : from + rest;
}

function problemOf(text: string): FilterProblem | null {
  try {
    parseFilter(text);
    return null;
  } catch (error) {
    if (!(error instanceof CloudVizError)) throw error;
    const { at = 0, length = text.length } = error.details[0] ?? {};
    return { message: error.message, at, length };
  }
}
