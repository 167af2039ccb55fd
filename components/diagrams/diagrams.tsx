"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus, Waypoints } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { useState, type FormEvent } from "react";
import { createDiagram } from "@/lib/api-client";
import type { Connection } from "@/lib/core/connection";
import type { DiagramSummary } from "@/lib/core/diagram/diagram";
import { andFilters, filterTerm } from "@/lib/graph/filter";
import { themeOf } from "@/lib/themes";
import { useConnections, useDiagrams } from "../data/queries";
import { ago, dateTime, sourceWords } from "../data/words";
import { PageFrame } from "../shell/page-frame";
import { Button, buttonClass } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { Field } from "../ui/field";
import { ProblemNotice } from "../ui/problem-notice";
import { Select } from "../ui/select";
import { Skeleton } from "../ui/skeleton";

export function Diagrams() {
  const { data: diagrams, error, refetch } = useDiagrams();
  const { data: connections } = useConnections();
  const [creating, setCreating] = useQueryState("new", parseAsString);
  const hasResources = connections?.some(({ resourceCount }) => resourceCount > 0) ?? true;
  return (
    <PageFrame crumbs={[{ label: "Diagrams" }]} actions={hasResources ? <Button look="primary" onClick={() => void setCreating("1")}><Plus size={15} aria-hidden /> New</Button> : undefined}>
      {diagrams === undefined && error === null && <div role="status" aria-label="Loading the diagrams" className={gridClass}>{Array.from({ length: 6 }, (_, index) => <Skeleton key={index} className="h-[92px] rounded-card" />)}</div>}
      {diagrams === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {diagrams?.length === 0 && (
        <div className="rounded-card border border-dashed border-control">
          <EmptyState
            icon={<Waypoints size={28} aria-hidden />}
            title="No diagrams yet"
            actions={hasResources ? <Button look="primary" onClick={() => void setCreating("1")}>New diagram</Button> : <Link href="/" className={buttonClass("primary")}>Begin on the dashboard</Link>}
          >
            {hasResources ? "A diagram shows the inventory, or a part of it, and follows what is discovered later." : "A diagram shows what is known. Import a file, connect an account or add the demo data first."}
          </EmptyState>
        </div>
      )}
      {diagrams !== undefined && diagrams.length > 0 && <ul className={gridClass}>{diagrams.map((diagram) => <DiagramCard key={diagram.id} diagram={diagram} connections={connections ?? []} />)}</ul>}
      {creating !== null && <NewDiagramDialog onClose={() => void setCreating(null)} />}
    </PageFrame>
  );
}

const gridClass = "grid gap-3 sm:grid-cols-2 sm:gap-4 xl:grid-cols-3";

function DiagramCard({ diagram, connections }: { diagram: DiagramSummary; connections: readonly Connection[] }) {
  const { label } = themeOf(diagram.theme);
  return (
    <li className="relative flex min-h-[92px] items-start gap-4 rounded-card border border-hairline bg-surface p-4 transition-colors duration-150 hover:border-control hover:bg-hover">
      <span className="inline-flex size-10 shrink-0 items-center justify-center rounded-card bg-frame text-link"><Waypoints size={19} aria-hidden /></span>
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-md font-semibold" title={diagram.title}><Link href={`/d/${diagram.id}`} className="rounded-chip after:absolute after:inset-0">{diagram.title}</Link></h2>
        <p className="mt-0.5 truncate text-sm text-muted">{sourceWords(diagram.source.filter, connections)}</p>
        <p className="mt-0.5 text-sm text-muted">{label} · <span title={dateTime(diagram.updatedAt)}>{ago(diagram.updatedAt)}</span></p>
      </div>
    </li>
  );
}

function NewDiagramDialog({ onClose }: { onClose: () => void }) {
  const { data: connections } = useConnections();
  const [title, setTitle] = useState("");
  const [source, setSource] = useState("");
  const [filter, setFilter] = useState("");
  const router = useRouter();
  const client = useQueryClient();
  const chosen = connections?.find(({ id }) => id === source);
  const create = useMutation({
    mutationFn: () => createDiagram({ title: title.trim() === "" ? (chosen?.name ?? "Everything") : title.trim(), source: { filter: andFilters(source === "" ? "" : filterTerm("source", source), filter), at: null } }),
    onSuccess: (diagram) => {
      router.push(`/d/${diagram.id}`);
      void client.invalidateQueries({ queryKey: ["diagrams"] });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate();
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New diagram"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="new-diagram" look="primary" disabled={create.isPending}>{create.isPending ? "Making…" : "Make the diagram"}</Button>
        </>
      }
    >
      <form id="new-diagram" onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Title" value={title} maxLength={200} placeholder={chosen?.name ?? "Everything"} autoComplete="off" onChange={(event) => setTitle(event.target.value)} />
        <div className="flex flex-col gap-1">
          <span className="text-sm font-medium" aria-hidden>Of</span>
          <Select label="Of" value={source} onChange={setSource} options={[{ value: "", label: "The whole inventory" }, ...(connections ?? []).map(({ id, name, resourceCount }) => ({ value: id, label: name, count: resourceCount }))]} />
        </div>
        <Field label="Filter (optional)" value={filter} maxLength={1800} placeholder="region:eu-* tag.env=prod" autoComplete="off" spellCheck={false} onChange={(event) => setFilter(event.target.value)} hint="key:pattern or key=value; keys are provider, account, region, type, category, name, state, tag.<key>" />
        {create.error !== null && <ProblemNotice error={create.error} />}
      </form>
    </Dialog>
  );
}
