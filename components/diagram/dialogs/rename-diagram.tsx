"use client";

import { useState, type FormEvent } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Field } from "../../ui/field";
import type { DiagramDocument } from "../document/diagram-document";
import { fieldsEdit, nameLimit } from "../document/edits/entry-edits";

export function RenameDiagram({ document, title: before, onClose }: { document: DiagramDocument; title: string; onClose: () => void }) {
  const [title, setTitle] = useState(before);
  const clean = title.trim();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (clean === "") return;
    document.perform(fieldsEdit("Rename the diagram", { title: clean }));
    onClose();
  }

  return (
    <Dialog open onOpenChange={onClose} title="Rename the diagram" footer={<><Button onClick={onClose}>Cancel</Button><Button look="primary" type="submit" form="rename-diagram" disabled={clean === ""}>Rename</Button></>}>
      <form id="rename-diagram" onSubmit={submit}>
        <Field autoFocus label="Title" value={title} maxLength={nameLimit} autoComplete="off" onChange={(event) => setTitle(event.target.value)} onFocus={(event) => event.target.select()} />
      </form>
    </Dialog>
  );
}
