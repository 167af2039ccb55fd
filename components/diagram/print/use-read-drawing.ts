"use client";

import { useEffect, useState } from "react";
import { readDrawing, type ReadDrawing } from "./read-drawing";

/** Null while it is read. */
export function useReadDrawing(content: Blob | null): ReadDrawing | null {
  const [read, setRead] = useState<{ content: Blob; drawn: ReadDrawing } | null>(null);
  useEffect(() => {
    if (content === null) return;
    let isCurrent = true;
    void readDrawing(content).then((drawn) => isCurrent && setRead({ content, drawn }));
    return () => {
      isCurrent = false;
    };
  }, [content]);
  return content !== null && read?.content === content ? read.drawn : null;
}
