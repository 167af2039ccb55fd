"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, getDiagram, updateDiagram, type DiagramPatch } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram";
import { useToast } from "../ui/toast";

/** Saves a change of the diagram. It shows at once; when saving fails, the diagram goes back to what is stored. */
export function useUpdateDiagram(id: string) {
  const client = useQueryClient();
  const toast = useToast();
  const queryKey = ["diagrams", id];
  return useMutation({
    scope: { id: `diagram ${id}` },
    mutationFn: async (patch: DiagramPatch) => {
      const current = client.getQueryData<Diagram>(queryKey);
      return updateDiagram(id, current?.version ?? (await getDiagram(id)).version, patch);
    },
    onMutate: async (patch) => {
      await client.cancelQueries({ queryKey, exact: true });
      client.setQueryData<Diagram>(queryKey, (diagram) => (diagram === undefined ? diagram : { ...diagram, ...(patch as Partial<Diagram>) }));
    },
    onSuccess: (diagram) => {
      client.setQueryData(queryKey, diagram);
      return client.invalidateQueries({ queryKey: ["diagrams"], exact: true });
    },
    onError: (error) => {
      toast({ kind: "error", title: "Not saved", description: told(error) });
      return client.invalidateQueries({ queryKey, exact: true });
    },
  });
}

function told(error: unknown): string {
  if (!(error instanceof ApiError)) return "Try it again.";
  return error.status === 412 ? "The diagram was changed elsewhere in the meantime. Its newest state is shown now; make your change again." : error.message;
}
