import { useEffect, useRef, useState } from "react";
import { CloudVizError } from "@/lib/core/error";
import { parseFilter } from "@/lib/graph/filter";

/** Typing is told after a pause, so that not every letter is a request; after a longer one while values are offered to choose from. */
const pauseMs = { usual: 250, choosing: 1000 };

/** What is wrong with a text: `at` and `length` in UTF-16 units. */
export interface FilterProblem {
  message: string;
  at: number;
  length: number;
}

/** The text in the box. When `value`, what the page filters by, changes from elsewhere (Back, "Clear filters"), the box follows. */
export function useFilterText(value: string) {
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
  return { text, setText, told, setTold, problem: problemOf(text) };
}

/** Tells every readable text after a pause; the function that it returns tells one at once. */
export function useTelling({ text, told, setTold, problem }: ReturnType<typeof useFilterText>, onChange: (value: string) => void, isChoosing: boolean): (text: string) => void {
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  const isReadable = problem === null;
  useEffect(() => {
    if (text === told || !isReadable) return;
    const timer = setTimeout(() => {
      setTold(text);
      tell.current(text);
    }, isChoosing ? pauseMs.choosing : pauseMs.usual);
    return () => clearTimeout(timer);
  }, [text, told, setTold, isReadable, isChoosing]);

  return (next) => {
    if (problemOf(next) !== null) return;
    setTold(next);
    tell.current(next);
  };
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
