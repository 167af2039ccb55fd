"use client";

import { useEffect, useState } from "react";

/** An address for a file that is only in this page's memory, as long as it is shown. The one before stays until the next is there; null for none. */
export function useObjectUrl(content: Blob | null): string | null {
  const [made, setMade] = useState<string | null>(null);
  useEffect(() => {
    if (content === null) return;
    const url = URL.createObjectURL(content);
    let isCurrent = true;
    // Not within the effect: that would draw everything twice in one go.
    queueMicrotask(() => isCurrent && setMade(url));
    return () => {
      isCurrent = false;
      URL.revokeObjectURL(url);
    };
  }, [content]);
  return content === null ? null : made;
}
