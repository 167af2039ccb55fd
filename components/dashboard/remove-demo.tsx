"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { removeDemo } from "@/lib/api-client";
import { refreshInventory } from "../data/queries";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { useToast } from "../ui/toast";

export function RemoveDemo({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: removeDemo,
    onSuccess: async () => {
      await refreshInventory(client);
      onClose();
      toast({ title: "Demo data removed" });
    },
  });
  return (
    <ConfirmDialog open onOpenChange={onClose} title="Remove the demo data?" action="Remove demo data" busy={remove.isPending} error={remove.error} onConfirm={() => remove.mutate()}>
      The demo’s resources and its diagram go. What you imported or connected yourself stays. You can add the demo again at any time.
    </ConfirmDialog>
  );
}
