"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { getDiagram, updateDiagram } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { useToast } from "../../ui/toast";
import { DiagramDocument, type DocumentState } from "./diagram-document";
import type { KeptStorage } from "./unsaved-storage";

/** The diagram as an open document; `diagram` is what the server last said of it, and may be told again at any time. Null while nothing was said. */
export function useDiagramDocument(diagram: Diagram | undefined): DiagramDocument | null {
  const client = useQueryClient();
  const toast = useToast();
  const [opened, setOpened] = useState<{ id: string; document: DiagramDocument } | null>(null);
  if (diagram !== undefined && opened?.id !== diagram.id) setOpened({ id: diagram.id, document: open(diagram, client) });
  const document = diagram === undefined ? null : (opened?.document ?? null);

  useEffect(() => {
    if (document === null) return;
    document.reopen();
    void document.restoreUnsaved().then((isRestored) => {
      if (isRestored) toast({ title: "Unsaved changes are back", description: "The diagram was closed before they were saved. Undo takes them away." });
    });
    const stop = watchPage(document);
    return () => {
      stop();
      document.close();
    };
  }, [document, toast]);
  useEffect(() => {
    if (diagram !== undefined) document?.receive(diagram);
  }, [document, diagram]);
  return document;
}

/** A part of the document's state; null without a document. `select` has to return the same object for the same state. */
export function useDocumentState<Selected>(document: DiagramDocument, select: (state: DocumentState) => Selected): Selected;
export function useDocumentState<Selected>(document: DiagramDocument | null, select: (state: DocumentState) => Selected): Selected | null;
export function useDocumentState<Selected>(document: DiagramDocument | null, select: (state: DocumentState) => Selected): Selected | null {
  const snapshot = () => (document === null ? null : select(document.getState()));
  return useSyncExternalStore(document?.subscribe ?? never, snapshot, snapshot);
}

function never(): () => void {
  return () => undefined;
}

function open(diagram: Diagram, client: QueryClient): DiagramDocument {
  const { id } = diagram;
  return new DiagramDocument(diagram, {
    server: { load: () => getDiagram(id), update: (version, patch) => updateDiagram(id, version, patch) },
    storage: browserStorage(),
    onSaved: (saved) => {
      client.setQueryData(["diagrams", id], saved);
      void client.invalidateQueries({ queryKey: ["diagrams"], exact: true });
    },
  });
}

/** Saves when the page goes out of sight or comes online, and asks before it is closed with something unsaved. */
function watchPage(document: DiagramDocument): () => void {
  const own = new AbortController();
  const { signal } = own;
  window.addEventListener("online", () => document.flush(), { signal });
  window.addEventListener("pagehide", () => document.flush(), { signal });
  window.document.addEventListener("visibilitychange", () => window.document.visibilityState === "hidden" && document.flush(), { signal });
  window.addEventListener("beforeunload", (event) => document.getState().save.kind !== "saved" && event.preventDefault(), { signal });
  return () => own.abort();
}

/** A browser that keeps nothing for this site still lets people edit. */
function browserStorage(): KeptStorage {
  try {
    return window.localStorage;
  } catch {
    return { length: 0, key: () => null, getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}
