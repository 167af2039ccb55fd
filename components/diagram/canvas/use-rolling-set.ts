"use client";

import { useEffect, useMemo, useState } from "react";

const chunk = 24;
const none: readonly number[] = [];

/**
 * Grows towards `wanted` by some members a frame, so that no frame is long; what is no longer wanted goes at once. What is
 * wanted still stays all the while: the focus may be in it.
 */
export function useRollingSet(wanted: readonly number[]): readonly number[] {
  const [shown, setShown] = useState(none);
  useEffect(() => {
    let count = 0;
    let frame = requestAnimationFrame(grow);
    function grow() {
      count += chunk;
      setShown((before) => {
        const kept = stillIn(wanted, before);
        const isKept = new Set(kept);
        return [...kept, ...wanted.filter((member) => !isKept.has(member)).slice(0, chunk)];
      });
      if (count < wanted.length) frame = requestAnimationFrame(grow);
    }
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return useMemo(() => stillIn(wanted, shown), [wanted, shown]);
}

function stillIn(wanted: readonly number[], members: readonly number[]): readonly number[] {
  const isWanted = new Set(wanted);
  return members.filter((member) => isWanted.has(member));
}
