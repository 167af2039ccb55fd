"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { Graph } from "@/lib/core/api";
import type { Diagram } from "@/lib/core/diagram";
import { LayoutWorkerClient } from "@/lib/layouts/worker-client";
import type { Placement } from "@/lib/scene/placement";
import { prepareScene } from "@/lib/scene/prepare";
import type { Scene } from "@/lib/scene/scene";
import { themeOf } from "@/lib/themes";

/** A layout that is quicker than this is not worth a word. */
const patienceMs = 300;

type Outcome = { key: string; placement: Placement } | { key: string; error: unknown } | { key: string; cancelled: true };

export interface SceneState {
  /** The last picture; while another one is laid out, the one before stays. */
  scene: Scene | null;
  /** Which input the scene is of. */
  key: string;
  isSlow: boolean;
  isCancelled: boolean;
  error: unknown;
  cancel: () => void;
  retry: () => void;
}

/** Prepares the scene here, has it placed in the worker, and puts both together. Another theme needs no new layout. */
export function useScene(graph: Graph, diagram: Pick<Diagram, "title" | "grouping" | "layout" | "theme" | "overlay">): SceneState {
  const [worker] = useState(() => new LayoutWorkerClient());
  useEffect(() => () => worker.dispose(), [worker]);

  const { title, grouping, theme, overlay } = diagram;
  const prepared = useMemo(() => prepareScene(graph, { title, levels: grouping, theme: themeOf(theme), overlay }), [graph, title, grouping, theme, overlay]);
  const layoutText = JSON.stringify(diagram.layout);
  const inputKey = useMemo(() => `${layoutText} ${JSON.stringify(prepared.input)}`, [prepared, layoutText]);

  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [slowKey, setSlowKey] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const controller = useRef<AbortController | null>(null);

  useEffect(() => {
    const own = new AbortController();
    controller.current = own;
    const timer = setTimeout(() => setSlowKey(inputKey), patienceMs);
    const [choice, input] = split(inputKey, layoutText);
    void worker
      .place(JSON.parse(input), JSON.parse(choice), { signal: own.signal })
      .then(
        (placement): Outcome => ({ key: inputKey, placement }),
        (error: unknown): Outcome => (own.signal.aborted ? { key: inputKey, cancelled: true } : { key: inputKey, error }),
      )
      .then((next) => {
        clearTimeout(timer);
        setSlowKey(null);
        // Cancelled by the effect's own end: another one has taken over.
        if (!("cancelled" in next) || own.signal.reason === byPerson) setOutcome(next);
      });
    return () => {
      clearTimeout(timer);
      own.abort();
    };
  }, [worker, inputKey, layoutText, attempt]);

  const fresh = outcome !== null && outcome.key === inputKey ? outcome : null;
  const scene = useMemo(() => (fresh !== null && "placement" in fresh ? prepared.finish(fresh.placement) : null), [fresh, prepared]);
  const [last, setLast] = useState<{ scene: Scene; key: string } | null>(null);
  if (scene !== null && last?.scene !== scene) setLast({ scene, key: inputKey });

  return {
    scene: scene ?? last?.scene ?? null,
    key: scene === null ? (last?.key ?? "") : inputKey,
    isSlow: slowKey === inputKey,
    isCancelled: fresh !== null && "cancelled" in fresh,
    error: fresh !== null && "error" in fresh ? fresh.error : null,
    cancel: () => controller.current?.abort(byPerson),
    retry: () => {
      setOutcome(null);
      setAttempt(attempt + 1);
    },
  };
}

const byPerson = "cancelled by the person";

function split(key: string, layoutText: string): [string, string] {
  return [key.slice(0, layoutText.length), key.slice(layoutText.length + 1)];
}
