"use client";

import { ClipboardCopy, Download, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { exportUrl } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { useFormats } from "../data/queries";
import { ShareButton } from "../shares/share-button";
import { buttonClass } from "../ui/button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "../ui/menu";
import { HeldKeys } from "../ui/held-keys";
import { onDemand } from "../ui/on-demand";
import { useToast } from "../ui/toast";
import type { DiagramDocument } from "./document/diagram-document";
import { lookOf, viewQueryOf } from "./state/diagram-look";
import { useDiagramUrl } from "./state/diagram-url";

// Each comes when it is first opened.
const RenameDiagram = onDemand(() => import("./dialogs/rename-diagram").then((module) => module.RenameDiagram), HeldKeys);
const DeleteDiagram = onDemand(() => import("./dialogs/delete-diagram").then((module) => module.DeleteDiagram), HeldKeys);

export interface DiagramActionsProps {
  document: DiagramDocument;
  diagram: Diagram;
  /** Whether the menu of exports is open. */
  isExporting: boolean;
  onExporting: (isOpen: boolean) => void;
  /** Whether the dialog of links is open. */
  isSharing: boolean;
  onSharing: (isOpen: boolean) => void;
}

export function DiagramActions({ document, diagram, isExporting, onExporting, isSharing, onSharing }: DiagramActionsProps) {
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
  return (
    <>
      <ShareButton diagram={diagram} isSharing={isSharing} onSharing={onSharing} />
      <ExportMenu diagram={diagram} isExporting={isExporting} onExporting={onExporting} />
      <Menu trigger={<button type="button" aria-label="More" className={buttonClass("quiet", "icon")}><Ellipsis size={16} aria-hidden /></button>}>
        <MenuItem icon={<Pencil size={14} aria-hidden />} onClick={() => setDialog("rename")}>Rename…</MenuItem>
        <MenuItem icon={<Trash2 size={14} aria-hidden />} onClick={() => setDialog("delete")} danger>Delete…</MenuItem>
      </Menu>
      {dialog === "rename" && <RenameDiagram document={document} title={diagram.title} onClose={() => setDialog(null)} />}
      {dialog === "delete" && <DeleteDiagram diagram={diagram} onClose={() => setDialog(null)} />}
    </>
  );
}

/** What is exported is what the address shows, not only what was saved. */
function ExportMenu({ diagram, isExporting, onExporting }: Pick<DiagramActionsProps, "diagram" | "isExporting" | "onExporting">) {
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
