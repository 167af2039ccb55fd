"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useState } from "react";
import { counted } from "../../../data/words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import type { DiagramDocument } from "../diagram-document";
import { keyOf, type Conflict } from "../rebase";
import { conflictWords } from "./conflict-words";

type Side = "mine" | "theirs";

/** What was changed here and elsewhere: the person says which counts. `nameOf` gives the name of a box; null = it is not known. */
export function ConflictDialog({ document, conflicts, nameOf, onClose }: {
  document: DiagramDocument;
  conflicts: readonly Conflict[];
  nameOf: (id: string) => string | null;
  onClose: () => void;
}) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());

  function choose(conflict: Conflict, side: Side) {
    const next = new Set(theirs);
    if (side === "theirs") next.add(keyOf(conflict));
    else next.delete(keyOf(conflict));
    setTheirs(next);
  }

  function chooseAll(side: Side) {
    setTheirs(new Set(side === "mine" ? [] : conflicts.map(keyOf)));
  }

  function save() {
    document.resolve(conflicts.filter((conflict) => theirs.has(keyOf(conflict))));
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title="Changed here and elsewhere"
      description={`Somebody saved this diagram in the meantime. ${conflicts.length === 1 ? "One thing was" : `${counted(conflicts.length, "thing")} were`} changed in both places; everything else is put together. Nothing more is saved until you choose.`}
      footer={
        <>
          <Button look="quiet" className="me-auto" onClick={onClose}>Decide later</Button>
          <Button look="primary" onClick={save}>Save these choices</Button>
        </>
      }
    >
      <div className="mb-3 flex flex-wrap gap-2">
        <Button size="small" onClick={() => chooseAll("mine")}>Keep all mine</Button>
        <Button size="small" onClick={() => chooseAll("theirs")}>Take all theirs</Button>
      </div>
      <ul className="flex flex-col">
        {conflicts.map((conflict) => (
          <ConflictRow key={keyOf(conflict)} conflict={conflict} name={conflict.id === null ? null : (nameOf(conflict.id) ?? conflict.id)} side={theirs.has(keyOf(conflict)) ? "theirs" : "mine"} onChoose={(side) => choose(conflict, side)} />
        ))}
      </ul>
    </Dialog>
  );
}

function ConflictRow({ conflict, name, side, onChoose }: { conflict: Conflict; name: string | null; side: Side; onChoose: (side: Side) => void }) {
  const { what, mine, theirs } = conflictWords(conflict);
  const title = name === null ? what : `${name}: ${what}`;
  return (
    <li className="border-b border-hairline py-3 first:pt-0 last:border-0 last:pb-0">
      <p className="mb-2 font-medium break-words">{title}</p>
      <RadioGroup value={side} onValueChange={(value: Side) => onChoose(value)} aria-label={title} className="grid gap-2 sm:grid-cols-2">
        <Choice value="mine" label="Mine" text={mine} />
        <Choice value="theirs" label="Theirs" text={theirs} />
      </RadioGroup>
    </li>
  );
}

function Choice({ value, label, text }: { value: Side; label: string; text: string }) {
  return (
    <label className="flex cursor-pointer items-start gap-2.5 rounded-card border border-hairline px-3 py-2 hover:bg-hover has-data-checked:border-primary has-data-checked:bg-info-ground">
      <Radio.Root value={value} className="mt-px inline-flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface data-checked:border-primary data-checked:bg-primary">
        <Radio.Indicator className="size-1.5 rounded-full bg-on-primary" />
      </Radio.Root>
      <span className="min-w-0 flex-1">
        <span className="block text-sm text-muted">{label}</span>
        <span className="line-clamp-4 break-words whitespace-pre-wrap">{text}</span>
      </span>
    </label>
  );
}
