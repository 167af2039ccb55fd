"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { createDiagram } from "@/lib/api-client";
import type { Connection } from "@/lib/core/connection";
import { useDiagrams } from "../../data/queries";
import { Button, buttonClass } from "../../ui/button";
import { ProblemNotice } from "../../ui/problem-notice";

/** From a job to what is known of its connection: the diagram of it, which is made when there is none yet, and its resources. */
export function Onward({ connection }: { connection: Connection }) {
  const router = useRouter();
  const client = useQueryClient();
  const { data: diagrams } = useDiagrams();
  const filter = `source=${connection.id}`;
  const present = diagrams?.find(({ source }) => source.filter === filter);
  const draw = useMutation({
    mutationFn: () => createDiagram({ title: connection.name, source: { filter, at: null } }),
    onSuccess: (diagram) => {
      router.push(`/d/${diagram.id}`);
      void client.invalidateQueries({ queryKey: ["diagrams"] });
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {present === undefined ? (
        <Button look="primary" disabled={diagrams === undefined || draw.isPending} onClick={() => draw.mutate()}>{draw.isPending ? "Opening…" : "Open as a diagram"}</Button>
      ) : (
        <Link href={`/d/${present.id}`} className={buttonClass("primary")}>Open the diagram</Link>
      )}
      <Link href={`/inventory?q=${encodeURIComponent(filter)}`} className={buttonClass()}>See the inventory</Link>
      {draw.error !== null && <ProblemNotice error={draw.error} className="w-full" />}
    </div>
  );
}
