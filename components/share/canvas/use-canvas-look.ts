"use client";

import { useMemo, useState } from "react";
import { findBoxes } from "../../diagram/editor/find-boxes";
import { switchedOff } from "../../diagram/editor/legend-items";
import type { Camera } from "../../diagram/painter/camera";
import type { Drawing } from "../../diagram/painter/drawing";
import type { PaintState } from "../../diagram/painter/paint-state";

/** What a person switched off and looks for, and where they look. */
export interface CanvasLook {
  /** Ids of legend entries that are switched off. */
  off: readonly string[];
  setOff: (off: readonly string[]) => void;
  /** At rest; null before the first. */
  camera: Camera | null;
  setCamera: (camera: Camera) => void;
  isFinding: boolean;
  setFinding: (isFinding: boolean) => void;
  text: string;
  setText: (text: string) => void;
  found: readonly number[];
  foundAt: number;
  setFoundAt: (index: number) => void;
  paint: Pick<PaintState, "off" | "found" | "foundNow">;
}

export function useCanvasLook(drawing: Drawing): CanvasLook {
  const [off, setOff] = useState<readonly string[]>([]);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [isFinding, setFinding] = useState(false);
  const [text, setText] = useState("");
  const [foundAt, setFoundAt] = useState(-1);
  const { view } = drawing;
  const found = useMemo(() => (isFinding ? findBoxes(view, text) : []), [view, text, isFinding]);
  const paint = useMemo(() => {
    const marks = found.length === 0 ? null : new Uint8Array(view.boxes.count);
    for (const box of found) if (marks !== null) marks[box] = 1;
    return { off: switchedOff(off), found: marks, foundNow: found[foundAt] ?? -1 };
  }, [view, off, found, foundAt]);
  return {
    off, setOff, camera, setCamera, isFinding, setFinding, text, found, foundAt, setFoundAt, paint,
    setText: (next) => {
      setText(next);
      setFoundAt(-1);
    },
  };
}
