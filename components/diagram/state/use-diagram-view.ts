"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { getDiagramView, getDiagramViewBoxes, type DiagramViewQuery } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";

/**
 * What a diagram draws, and what stands behind its boxes. `saved` is the diagram as the server has it: another version of what it
 * hides or calls differently is asked for anew; moved boxes are not, since the page knows where they are. An answer says
 * what it was asked: the one before stays until the next has come.
 */
export function useDiagramView(saved: Diagram, asked: DiagramViewQuery) {
  const { hidden, names, orphans, seenAt } = saved.overlay;
  const queryKey = ["diagrams", saved.id, "view", asked, [saved.source, saved.grouping, hidden, names, orphans, seenAt]] as const;
  const answer = useQuery({ queryKey, queryFn: async ({ signal }) => ({ asked, view: await getDiagramView(saved.id, asked, signal) }), placeholderData: keepPreviousData });
  const boxes = useQuery({ queryKey: [...queryKey, "boxes"], queryFn: ({ signal }) => getDiagramViewBoxes(saved.id, asked, signal), placeholderData: keepPreviousData, enabled: answer.isSuccess });
  // Somebody saved between the two requests: numbers of one picture say nothing about another.
  const isTorn = answer.data !== undefined && boxes.data !== undefined && answer.data.view.token !== boxes.data.token && !answer.isFetching && !boxes.isFetching;
  const { refetch: readAnswer } = answer;
  const { refetch: readBoxes } = boxes;
  useEffect(() => {
    if (isTorn) void readAnswer().then(() => readBoxes());
  }, [isTorn, readAnswer, readBoxes]);
  return { answer, boxes: boxes.data };
}
