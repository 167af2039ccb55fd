"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { exportUrl, fetchExport, type ExportWish } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { useSettled } from "./use-settled";

/** Somebody who goes through the choices is not to ask for each of them. */
const settleMs = 250;

/** What an export is, together with what was asked for: the file before stays until the next one has come. Null = nothing is asked for. */
export function useExportFile({ id, version }: Pick<Diagram, "id" | "version">, wanted: ExportWish | null) {
  // As text: it is made anew with every render.
  const address = wanted === null ? null : exportUrl(id, wanted);
  const settled = useSettled(address, settleMs);
  const wish = address === settled ? wanted : null;
  return useQuery({
    queryKey: ["diagrams", id, "export", settled, version],
    queryFn: wish === null ? skipToken : async ({ signal }) => ({ wish, file: await fetchExport(id, wish, signal) }),
    placeholderData: keepPreviousData,
    // A refusal is an answer; and pictures are large.
    retry: false,
    staleTime: 30_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });
}
