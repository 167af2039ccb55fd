"use client";

import { FileUp } from "lucide-react";
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from "react";
import { HeldKeys } from "../ui/held-keys";
import { onDemand } from "../ui/on-demand";

const ImportDialog = onDemand(() => import("./import-dialog").then((module) => module.ImportDialog), HeldKeys);

const OpenImport = createContext<() => void>(() => {
  throw new Error("useOpenImport needs an ImportArea around it");
});

/** Opens the import dialog of the surrounding page. */
export function useOpenImport(): () => void {
  return use(OpenImport);
}

/** A page on which files can be dropped anywhere. */
export function ImportArea({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const receive = useCallback((given: readonly File[]) => {
    if (given.length === 0) return;
    setFiles((before) => [...before, ...given]);
    setOpen(true);
  }, []);
  const dragging = useFileDrop(receive);
  const show = useCallback(() => setOpen(true), []);

  return (
    <OpenImport value={show}>
      {children}
      {/* It sends the files, so it stays while it is hidden. */}
      {(isOpen || files.length > 0) && <ImportDialog open={isOpen} onOpenChange={setOpen} files={files} onFiles={receive} />}
      {dragging && (
        <div className="pointer-events-none fixed inset-0 z-60 flex items-center justify-center bg-shade p-6">
          <div className="flex flex-col items-center gap-3 rounded-frame border-2 border-dashed border-primary bg-surface px-12 py-10 text-center shadow-2">
            <FileUp size={28} aria-hidden className="text-link" />
            <p className="text-lg font-semibold">Drop to import</p>
            <p className="text-muted">One or several: Terraform, ARM templates, exports of Azure and Google Cloud</p>
          </div>
        </div>
      )}
    </OpenImport>
  );
}

/** Listens on the window: a file dropped beside the page's own area would otherwise open in the browser. */
function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    // dragenter and dragleave come for every element passed: only when all have been left is the file outside.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth++;
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setDragging(false);
    };
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setDragging(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
  return dragging;
}
