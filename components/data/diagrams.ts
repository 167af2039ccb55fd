"use client";

import { useQuery } from "@tanstack/react-query";
import { getDiagram, listDiagrams } from "@/lib/api-client";

export function useDiagrams() {
  return useQuery({ queryKey: ["diagrams"], queryFn: ({ signal }) => listDiagrams(signal) });
}

export function useDiagram(id: string) {
  return useQuery({ queryKey: ["diagrams", id], queryFn: ({ signal }) => getDiagram(id, signal) });
}
