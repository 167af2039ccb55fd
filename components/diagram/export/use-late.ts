"use client";

import { useEffect, useState } from "react";

/** What is quicker than this is not worth a word. */
const patienceMs = 300;

/** Whether something has lasted for longer than nobody minds. */
export function useLate(isGoingOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(isGoingOn), isGoingOn ? patienceMs : 0);
    return () => clearTimeout(timer);
  }, [isGoingOn]);
  return isGoingOn && isLate;
}
