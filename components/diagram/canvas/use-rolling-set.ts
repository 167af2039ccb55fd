"use client";

import { useEffect, useState } from "react";

const chunk = 24;
const none: readonly number[] = [];

/** Grows towards `wanted` by some members a frame, so that no frame is long; what is no longer wanted goes at once. */
export function useRollingSet(wanted: readonly number[]): readonly number[] {
  const [shown, setShown] = useState<{ of: readonly number[]; count: number }>({ of: none, count: 0 });
  useEffect(() => {
    let frame = 0;
    let count = 0;
    const step = () => {
      count = Math.min(wanted.length, count + chunk);
      setShown({ of: wanted, count });
      if (count < wanted.length) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return shown.of === wanted ? wanted.slice(0, shown.count) : none;
}
