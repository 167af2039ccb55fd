"use client";

import { useEffect, useRef, useState } from "react";
import type { LayoutChoice } from "@/lib/layouts/layout-message";
import { LayoutWorkerClient } from "@/lib/layouts/worker-client";
import type { LayoutInput, Placement } from "@/lib/scene/layout-input";

/** A layout that is quicker than this is not worth a word. */
const patienceMs = 300;

export interface PlacementState<Subject> {
  /** The last picture and what it is of; while another one is laid out, the one before stays. */
  placed: { subject: Subject; placement: Placement } | null;
  isSlow: boolean;
  isCancelled: boolean;
  error: unknown;
  cancel: () => void;
  retry: () => void;
}

type Outcome<Subject> =
  | { kind: "placed"; subject: Subject; placement: Placement }
  | { kind: "failed"; of: LayoutInput; error: unknown }
  | { kind: "cancelled"; of: LayoutInput };

/** Has `input`, the measured form of `subject`, placed in the worker whenever it or the choice changes. */
export function usePlacement<Subject>(subject: Subject, input: LayoutInput, choice: LayoutChoice): PlacementState<Subject> {
  const [worker] = useState(() => new LayoutWorkerClient());
  useEffect(() => () => worker.dispose(), [worker]);

  const choiceText = JSON.stringify(choice);
  const [placed, setPlaced] = useState<{ subject: Subject; placement: Placement } | null>(null);
  const [outcome, setOutcome] = useState<Outcome<Subject> | null>(null);
  const [slow, setSlow] = useState<LayoutInput | null>(null);
  const [attempt, setAttempt] = useState(0);
  const controller = useRef<AbortController | null>(null);

  useEffect(() => {
    const own = new AbortController();
    controller.current = own;
    const timer = setTimeout(() => setSlow(input), patienceMs);
    void worker
      .place(input, JSON.parse(choiceText) as LayoutChoice, { signal: own.signal })
      .then(
        (placement): Outcome<Subject> => ({ kind: "placed", subject, placement }),
        (error: unknown): Outcome<Subject> => (own.signal.aborted ? { kind: "cancelled", of: input } : { kind: "failed", of: input, error }),
      )
      .then((next) => {
        clearTimeout(timer);
        // Cancelled by the effect's own end: another one has taken over.
        if (next.kind === "cancelled" && own.signal.reason !== byPerson) return;
        setSlow(null);
        setOutcome(next);
        if (next.kind === "placed") setPlaced({ subject: next.subject, placement: next.placement });
      });
    return () => {
      clearTimeout(timer);
      own.abort();
    };
  }, [worker, subject, input, choiceText, attempt]);

  return {
    placed,
    isSlow: slow === input,
    isCancelled: outcome?.kind === "cancelled" && outcome.of === input,
    error: outcome?.kind === "failed" && outcome.of === input ? outcome.error : null,
    cancel: () => controller.current?.abort(byPerson),
    retry: () => {
      setOutcome(null);
      setAttempt(attempt + 1);
    },
  };
}

const byPerson = "cancelled by the person";
