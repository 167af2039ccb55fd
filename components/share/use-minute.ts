"use client";

import { useEffect, useState } from "react";

const minuteMs = 60_000;

/** The present moment in ms, each minute anew: for words such as "3 minutes ago". */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
