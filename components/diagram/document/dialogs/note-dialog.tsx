"use client";

import { useId, useState, type KeyboardEvent } from "react";
import { number } from "../../../data/words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import type { DiagramDocument } from "../diagram-document";
import type { NamedBox } from "../edits/edit-label";
import { noteEdit, noteLimit } from "../edits/entry-edits";

/** A note on a box, of several lines. */
export function NoteDialog({ document, box, onClose }: { document: DiagramDocument; box: NamedBox; onClose: () => void }) {
  const { notes } = document.overlay;
  const present = Object.hasOwn(notes, box.id) ? (notes[box.id] ?? "") : "";
  const [note, setNote] = useState(present);
  const id = useId();

  function save(text: string) {
    document.perform(noteEdit(box, text));
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    save(note);
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Note on ${box.name}`}
      footer={
        <>
          {present !== "" && <Button look="danger" className="me-auto" onClick={() => save("")}>Remove the note</Button>}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={note.trim() === present} onClick={() => save(note)}>Save the note</Button>
        </>
      }
    >
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="text-sm font-medium">Note</label>
        <textarea
          id={id}
          autoFocus
          aria-describedby={`${id}-hint`}
          value={note}
          maxLength={noteLimit}
          rows={7}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={onKeyDown}
          className="w-full resize-y rounded-card border border-control bg-surface px-3 py-2 text-base text-ink max-sm:text-lg"
        />
        <p id={`${id}-hint`} className="text-sm text-muted">Everybody who sees this diagram can read it. {number(note.length)} of {number(noteLimit)} characters.</p>
      </div>
    </Dialog>
  );
}
