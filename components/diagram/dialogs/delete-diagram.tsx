"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { deleteDiagram } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { ConfirmDialog } from "../../ui/confirm-dialog";

export function DeleteDiagram({ diagram, onClose }: { diagram: Diagram; onClose: () => void }) {
  const client = useQueryClient();
  const router = useRouter();
  const remove = useMutation({
    mutationFn: () => deleteDiagram(diagram.id),
    onSuccess: async () => {
      router.push("/diagrams");
      client.removeQueries({ queryKey: ["diagrams", diagram.id] });
      await Promise.all([client.invalidateQueries({ queryKey: ["diagrams"] }), client.invalidateQueries({ queryKey: ["summary"] })]);
    },
  });
  return (
    <ConfirmDialog open onOpenChange={onClose} title={`Delete “${diagram.title}”?`} action="Delete diagram" busy={remove.isPending} error={remove.error} onConfirm={() => remove.mutate()}>
      Only the diagram goes. The resources that it shows stay in the inventory.
    </ConfirmDialog>
  );
}
