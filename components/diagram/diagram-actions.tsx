"use client";

import { Download, Ellipsis, Pencil, Printer, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { ShareButton } from "../shares/share-button";
import { Button, buttonClass } from "../ui/button";
import { Menu, MenuItem } from "../ui/menu";
import { HeldKeys } from "../ui/held-keys";
import { onDemand } from "../ui/on-demand";
import type { DiagramDocument } from "./document/diagram-document";
import { printHref } from "./print/print-href";
import { useDiagramUrl } from "./state/diagram-url";

// Each comes when it is first opened.
const RenameDiagram = onDemand(() => import("./dialogs/rename-diagram").then((module) => module.RenameDiagram), HeldKeys);
const DeleteDiagram = onDemand(() => import("./dialogs/delete-diagram").then((module) => module.DeleteDiagram), HeldKeys);

export interface DiagramActionsProps {
  document: DiagramDocument;
  diagram: Diagram;
  onExport: () => void;
  /** Whether the dialog of links is open. */
  isSharing: boolean;
  onSharing: (isOpen: boolean) => void;
}

export function DiagramActions({ document, diagram, onExport, isSharing, onSharing }: DiagramActionsProps) {
  const [url] = useDiagramUrl();
  const router = useRouter();
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
  return (
    <>
      <ShareButton diagram={diagram} isSharing={isSharing} onSharing={onSharing} />
      <Button look="primary" aria-haspopup="dialog" onClick={onExport}><Download size={15} aria-hidden /> <span className="max-sm:sr-only">Export</span></Button>
      <Menu trigger={<button type="button" aria-label="More" className={buttonClass("quiet", "icon")}><Ellipsis size={16} aria-hidden /></button>}>
        <MenuItem icon={<Printer size={14} aria-hidden />} onClick={() => router.push(printHref(diagram.id, url))}>Print…</MenuItem>
        <MenuItem icon={<Pencil size={14} aria-hidden />} onClick={() => setDialog("rename")}>Rename…</MenuItem>
        <MenuItem icon={<Trash2 size={14} aria-hidden />} onClick={() => setDialog("delete")} danger>Delete…</MenuItem>
      </Menu>
      {dialog === "rename" && <RenameDiagram document={document} title={diagram.title} onClose={() => setDialog(null)} />}
      {dialog === "delete" && <DeleteDiagram diagram={diagram} onClose={() => setDialog(null)} />}
    </>
  );
}
