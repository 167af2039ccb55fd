"use client";

import { useState } from "react";
import type { Diagram } from "@/lib/core/diagram";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Field } from "../../ui/field";
import { useUpdateDiagram } from "../use-update-diagram";

export function RenameDiagram({ diagram, onClose }: { diagram: Diagram; onClose: () => void }) {
  const [title, setTitle] = useState(diagram.title);
  const update = useUpdateDiagram(diagram.id);
  const clean = title.trim();
  function save() {
    if (clean === "") return;
    update.mutate({ title: clean });
    onClose();
  }
  return (
    <Dialog open onOpenChange={onClose} title="Rename the diagram" footer={<><Button onClick={onClose}>Cancel</Button><Button look="primary" disabled={clean === ""} onClick={save}>Rename</Button></>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label="Title" value={title} maxLength={200} autoComplete="off" onChange={(event) => setTitle(event.target.value)} />
      </form>
    </Dialog>
  );
}
