"use client";

import { useEffect, useState } from "react";
import { readTextPreview, type TextPreview } from "./text-preview";

/** Undefined while it is read; null for what is no text. */
export function useTextPreview(content: Blob | null): TextPreview | null | undefined {
  const [read, setRead] = useState<{ content: Blob; preview: TextPreview | null } | null>(null);
  useEffect(() => {
    if (content === null) return;
    let isCurrent = true;
    void readTextPreview(content).then((preview) => isCurrent && setRead({ content, preview }));
    return () => {
      isCurrent = false;
    };
  }, [content]);
  return read?.preview;
}
