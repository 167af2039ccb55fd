"use client";

import { useState, type FormEvent } from "react";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Field } from "../../../ui/field";
import type { DiagramDocument } from "../diagram-document";
import { moveEdit, type Standing, type StandingBox } from "../edits/place-edits";

/** The farthest that a box may stand from its group's corner, in px. */
const farthest = 100_000;

/** Moves a box without dragging. `around` is the name of the group that holds it; null = the diagram itself. */
export function PositionDialog({ document, box, around, standing, onClose }: { document: DiagramDocument; box: StandingBox; around: string | null; standing: Standing; onClose: () => void }) {
  const [x, setX] = useState(String(Math.round(box.x)));
  const [y, setY] = useState(String(Math.round(box.y)));
  const place = { x: numberIn(x), y: numberIn(y) };
  const isPlace = place.x !== null && place.y !== null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (place.x === null || place.y === null) return;
    document.perform(moveEdit(document.overlay, [{ ...box, x: place.x, y: place.y }], standing));
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Position of ${box.name}`}
      description={`In pixels from the top left corner of ${around === null ? "the diagram" : around}. It is pinned there.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="position-box" disabled={!isPlace}>Move</Button>
        </>
      }
    >
      {/* Steps are for the arrow keys: a box may stand between them. */}
      <form id="position-box" noValidate onSubmit={submit} className="grid grid-cols-2 gap-4">
        <Field autoFocus label="From the left (x)" type="number" inputMode="numeric" step={8} min={-farthest} max={farthest} value={x} onChange={(event) => setX(event.target.value)} />
        <Field label="From the top (y)" type="number" inputMode="numeric" step={8} min={-farthest} max={farthest} value={y} onChange={(event) => setY(event.target.value)} />
      </form>
    </Dialog>
  );
}

/** Null when the text is no number of pixels. */
function numberIn(text: string): number | null {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) && Math.abs(value) <= farthest ? value : null;
}
