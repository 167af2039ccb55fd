"use client";

import { useState, type FormEvent } from "react";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Field } from "../../../ui/field";
import type { DiagramDocument } from "../diagram-document";
import type { NamedBox } from "../edits/edit-label";
import { nameLimit, renameEdit } from "../edits/entry-edits";

/** Another name on this diagram. `box.name` is the one that is shown now. */
export function RenameDialog({ document, box, onClose }: { document: DiagramDocument; box: NamedBox; onClose: () => void }) {
  const [name, setName] = useState(box.name);
  const isRenamed = Object.hasOwn(document.overlay.names, box.id);

  function rename(to: string) {
    document.perform(renameEdit(box, to));
    onClose();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === box.name) onClose();
    else rename(name);
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Rename ${box.name}`}
      description="On this diagram only. In the cloud it keeps its name."
      footer={
        <>
          {isRenamed && <Button look="quiet" className="me-auto" onClick={() => rename("")}>Use its own name</Button>}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="rename-box" disabled={name.trim() === ""}>Rename</Button>
        </>
      }
    >
      <form id="rename-box" onSubmit={submit}>
        <Field autoFocus label="Name on this diagram" value={name} maxLength={nameLimit} autoComplete="off" spellCheck={false} onChange={(event) => setName(event.target.value)} onFocus={(event) => event.target.select()} />
      </form>
    </Dialog>
  );
}
