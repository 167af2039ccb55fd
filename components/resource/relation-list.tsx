"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import { describeType } from "@/lib/catalogue";
import type { Relation, RelationGroup, ResourceDetail } from "@/lib/core/api/resources";
import { number } from "../data/words";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { ProblemNotice } from "../ui/problem-notice";
import { TypeTile } from "../ui/type-tile";
import { relationWords } from "./relation-words";
import { useRelations } from "./use-relations";

/** Relations by kind and direction, each with the field in which it was seen. */
export function RelationList({ detail: { resource, relations, unseen }, onGo }: { detail: ResourceDetail; onGo: (key: string) => void }) {
  const missing = [...new Set(unseen.flatMap(({ permission }) => (permission === null ? [] : [permission])))];
  return (
    <div className="flex flex-col gap-3 py-3">
      {relations.length === 0 && <p className="px-4 text-muted">Nothing is known that this is related to.</p>}
      {relations.map((group) => <Group key={`${group.kind} ${group.direction}`} resourceKey={resource.key} group={group} onGo={onGo} />)}
      {unseen.length > 0 && (
        <p className="mx-4 rounded-card bg-warn-ground px-3 py-2 text-sm">
          There may be more: parts of this account could not be seen{missing.length > 0 && <> (missing: <code className="font-mono">{missing.join(", ")}</code>)</>}.
        </p>
      )}
    </div>
  );
}

function Group({ resourceKey, group, onGo }: { resourceKey: string; group: RelationGroup; onGo: (key: string) => void }) {
  const { kind, direction, page } = group;
  const { relations, isLoading, error, showMore } = useRelations(resourceKey, group);
  const Arrow = direction === "in" ? ArrowLeft : ArrowRight;
  const total = page.total ?? relations.length;
  return (
    <section aria-busy={isLoading}>
      <h3 className="flex items-center gap-1.5 px-4 pb-1 text-sm font-medium text-muted">
        <Arrow size={12} aria-hidden /> {relationWords[kind][direction]}
        <span className="rounded-chip bg-frame px-1 text-xs tabular-nums">{number(total)}</span>
      </h3>
      <ul>{relations.map((relation) => <Row key={relation.edge.id} relation={relation} onGo={onGo} />)}</ul>
      {error !== null && <ProblemNotice error={error} onRetry={() => showMore?.()} className="mx-4 my-2" />}
      {showMore !== null && error === null && (
        <p className="flex items-center gap-2 px-4 pt-1 text-sm text-muted tabular-nums">
          <span role="status">Showing {number(relations.length)} of {number(total)}</span>
          <Button size="small" disabled={isLoading} onClick={showMore}>{isLoading ? "Loading…" : "Show more"}</Button>
        </p>
      )}
    </section>
  );
}

function Row({ relation: { edge, other }, onGo }: { relation: Relation; onGo: (key: string) => void }) {
  return (
    // Thousands of rows: only those in sight are laid out.
    <li className="[contain-intrinsic-size:auto_68px] [content-visibility:auto]">
      <button type="button" onClick={() => onGo(other.key)} className="flex w-full items-start gap-3 px-4 py-1.5 text-start hover:bg-hover focus-visible:-outline-offset-2">
        <TypeTile type={other.type} size={24} />
        <span className="min-w-0 flex-1">
          <span className="block font-medium break-words [unicode-bidi:isolate]">{other.name}</span>
          <span className="flex flex-wrap items-center gap-1.5 text-sm text-muted">
            {describeType(other.type).label}
            {other.isOutside && <Badge tone="outside">Outside</Badge>}
            {edge.certainty === "derived" ? <Badge tone="warn">Inferred</Badge> : <Badge>Declared</Badge>}
          </span>
          <span className="mt-0.5 block font-mono text-xs break-all text-muted" title="Where it was seen">{evidence(edge.evidence)}</span>
        </span>
      </button>
    </li>
  );
}

function evidence({ collector, path, address }: Relation["edge"]["evidence"]): string {
  return [address, path, collector].filter((part) => part !== undefined && part !== "").join(" · ");
}
