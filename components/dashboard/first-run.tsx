"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileUp, FlaskConical, Plug } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { addDemo } from "@/lib/api-client";
import { refreshInventory } from "../data/queries";
import { useOpenImport } from "../imports/import-area";
import { ProblemNotice } from "../ui/problem-notice";

/** Nothing is known yet: three ways to begin. */
export function FirstRun() {
  const openImport = useOpenImport();
  const router = useRouter();
  const client = useQueryClient();
  const demo = useMutation({
    mutationFn: addDemo,
    onSuccess: async ({ diagram }) => {
      if (diagram !== null) router.push(`/d/${diagram.id}`);
      await refreshInventory(client);
    },
  });
  return (
    <div className="mx-auto flex w-full max-w-[880px] flex-col py-4 sm:py-12">
      <h2 className="text-xl font-semibold sm:text-2xl">See your cloud as a diagram</h2>
      <p className="mt-2 max-w-[60ch] text-md text-muted">CloudViz reads what you run and draws it: networks, subnets, services, and how they depend on each other. Everything stays on this machine.</p>
      <ul className="mt-6 grid gap-3 sm:mt-8 sm:gap-4 md:grid-cols-3">
        <Choice icon={<FlaskConical size={20} aria-hidden />} title="Explore demo data" busy={demo.isPending} busyText="Making the demo…" onClick={() => demo.mutate()}>
          An invented company in AWS, Azure and Google Cloud. One click in, one click out.
        </Choice>
        <Choice icon={<FileUp size={20} aria-hidden />} title="Import a file" onClick={openImport}>
          Terraform, ARM templates, exports of Azure and Google Cloud. Drop them anywhere; no cloud access needed.
        </Choice>
        <Choice icon={<Plug size={20} aria-hidden />} title="Connect a cloud" onClick={() => router.push("/connections?add=cloud")}>
          Read-only discovery of AWS, Azure or Google Cloud, with credentials of this machine or your own.
        </Choice>
      </ul>
      {demo.error !== null && <ProblemNotice error={demo.error} className="mt-4" />}
    </div>
  );
}

function Choice({ icon, title, children, onClick, busy = false, busyText }: { icon: ReactNode; title: string; children: string; onClick: () => void; busy?: boolean; busyText?: string }) {
  return (
    <li>
      <button
        type="button"
        onClick={onClick}
        disabled={busy}
        className="flex h-full w-full items-start gap-4 rounded-frame border border-control bg-surface p-4 text-start transition-colors duration-150 hover:border-primary hover:bg-hover md:flex-col md:gap-5 md:p-5"
      >
        <span className="inline-flex size-10 shrink-0 items-center justify-center rounded-card bg-frame text-link">{icon}</span>
        <span className="flex flex-col gap-1">
          <span className="text-md font-semibold">{busy ? busyText : title}</span>
          <span className="text-muted">{children}</span>
        </span>
      </button>
    </li>
  );
}
