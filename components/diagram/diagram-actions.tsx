"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ClipboardCopy, Download, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { deleteDiagram, exportUrl } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram";
import { useFormats } from "../data/queries";
import { Button, buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "../ui/menu";
import { useToast } from "../ui/toast";
import { lookOf, viewQueryOf } from "./state/diagram-look";
import { useDiagramUrl } from "./state/diagram-url";
import { useUpdateDiagram } from "./use-update-diagram";

export interface DiagramActionsProps {
  diagram: Diagram;
  /** Whether the menu of exports is open. */
  isExporting: boolean;
  onExporting: (isOpen: boolean) => void;
}

export function DiagramActions({ diagram, isExporting, onExporting }: DiagramActionsProps) {
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
  return (
    <>
      <ExportMenu diagram={diagram} isExporting={isExporting} onExporting={onExporting} />
      <Menu trigger={<button type="button" aria-label="More" className={classNames(buttonClass("quiet"), "w-8 px-0")}><Ellipsis size={16} aria-hidden /></button>}>
        <MenuItem icon={<Pencil size={14} aria-hidden />} onClick={() => setDialog("rename")}>Rename…</MenuItem>
        <MenuItem icon={<Trash2 size={14} aria-hidden />} onClick={() => setDialog("delete")} danger>Delete…</MenuItem>
      </Menu>
      {dialog === "rename" && <RenameDialog diagram={diagram} onClose={() => setDialog(null)} />}
      {dialog === "delete" && <DeleteDialog diagram={diagram} onClose={() => setDialog(null)} />}
    </>
  );
}

/** What is exported is what the address shows, not only what was saved. */
function ExportMenu({ diagram, isExporting, onExporting }: DiagramActionsProps) {
  const [url] = useDiagramUrl();
  const { layout, theme } = lookOf(diagram, url);
  const shown = { ...viewQueryOf(url), theme, layout: layout.id, layoutOptions: layout.options };
  const { data: formats } = useFormats();
  const toast = useToast();

  async function copyMermaid() {
    try {
      const response = await fetch(exportUrl(diagram.id, { ...shown, format: "mermaid" }));
      if (!response.ok) throw new Error(String(response.status));
      await navigator.clipboard.writeText(await response.text());
      toast({ title: "Mermaid text copied" });
    } catch {
      toast({ kind: "error", title: "Not copied", description: "Download the Mermaid file instead." });
    }
  }

  return (
    <Menu open={isExporting} onOpenChange={onExporting} trigger={<button type="button" className={buttonClass("primary")}><Download size={15} aria-hidden /> Export</button>}>
      {(formats ?? []).map(({ id, label, extension }) => (
        <MenuLink key={id} href={exportUrl(diagram.id, { ...shown, format: id, download: true })} icon={<Download size={14} aria-hidden />}>
          <span className="flex-1">{label}</span>
          <span className="ps-4 font-mono text-sm text-muted">.{extension}</span>
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuItem icon={<ClipboardCopy size={14} aria-hidden />} onClick={() => void copyMermaid()}>Copy as Mermaid text</MenuItem>
    </Menu>
  );
}

function RenameDialog({ diagram, onClose }: { diagram: Diagram; onClose: () => void }) {
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

function DeleteDialog({ diagram, onClose }: { diagram: Diagram; onClose: () => void }) {
  const client = useQueryClient();
  const router = useRouter();
  const remove = useMutation({
    mutationFn: () => deleteDiagram(diagram.id),
    onSuccess: async () => {
      router.push("/diagrams");
      client.removeQueries({ queryKey: ["diagrams", diagram.id] });
      await Promise.all([client.invalidateQueries({ queryKey: ["diagrams"] }), client.invalidateQueries({ queryKey: ["summary"] })]);
    },
  });
  return (
    <ConfirmDialog open onOpenChange={onClose} title={`Delete “${diagram.title}”?`} action="Delete diagram" busy={remove.isPending} error={remove.error} onConfirm={() => remove.mutate()}>
      Only the diagram goes. The resources that it shows stay in the inventory.
    </ConfirmDialog>
  );
}
