"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import { useState } from "react";
import { describeType } from "@/lib/catalogue";
import type { Relation, ResourceDetail } from "@/lib/core/api";
import { number } from "../data/words";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { TypeTile } from "../ui/type-tile";
import { groupRelations, type RelationGroup } from "./group-relations";

/** Of one kind at first; a key or a role that everything uses has thousands. */
const shownAtFirst = 25;
const shownMore = 200;

/** Relations by kind and direction, each with the field in which it was seen. */
export function RelationList({ relations, unseen, onGo }: { relations: ResourceDetail["relations"]; unseen: ResourceDetail["unseen"]; onGo: (key: string) => void }) {
  const groups = groupRelations(relations);
  const missing = [...new Set(unseen.flatMap(({ permission }) => (permission === null ? [] : [permission])))];
  return (
    <div className="flex flex-col gap-3 py-3">
      {groups.length === 0 && <p className="px-4 text-muted">Nothing is known that this is related to.</p>}
      {groups.map((group) => <Group key={group.id} group={group} onGo={onGo} />)}
      {unseen.length > 0 && (
        <p className="mx-4 rounded-card bg-warn-ground px-3 py-2 text-sm">
          There may be more: parts of this account could not be seen{missing.length > 0 && <> (missing: <code className="font-mono">{missing.join(", ")}</code>)</>}.
        </p>
      )}
    </div>
  );
}

function Group({ group: { title, direction, relations }, onGo }: { group: RelationGroup; onGo: (key: string) => void }) {
  const [shown, setShown] = useState(shownAtFirst);
  const Arrow = direction === "in" ? ArrowLeft : ArrowRight;
  const more = Math.min(shownMore, relations.length - shown);
  return (
    <section>
      <h3 className="flex items-center gap-1.5 px-4 pb-1 text-sm font-medium text-muted">
        <Arrow size={12} aria-hidden /> {title}
        <span className="rounded-chip bg-frame px-1 text-xs tabular-nums">{number(relations.length)}</span>
      </h3>
      <ul>{relations.slice(0, shown).map((relation) => <Row key={relation.edge.id} relation={relation} onGo={onGo} />)}</ul>
      {more > 0 && <Button look="quiet" size="small" className="ms-3" onClick={() => setShown(shown + shownMore)}>Show {number(more)} more of {number(relations.length)}</Button>}
    </section>
  );
}

function Row({ relation: { edge, other }, onGo }: { relation: Relation; onGo: (key: string) => void }) {
  return (
    <li>
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
