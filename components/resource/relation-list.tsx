import { ArrowLeft, ArrowRight } from "lucide-react";
import { describeType } from "@/lib/catalogue";
import type { Relation, ResourceDetail } from "@/lib/core/api";
import { edgeKinds } from "@/lib/core/edge";
import { Badge } from "../ui/badge";
import { TypeTile } from "../ui/glyph";

/** Relations of both directions, each with the field in which it was seen. */
export function RelationList({ relations, unseen, onGo }: { relations: ResourceDetail["relations"]; unseen: ResourceDetail["unseen"]; onGo: (key: string) => void }) {
  const missing = [...new Set(unseen.flatMap(({ permission }) => (permission === null ? [] : [permission])))];
  return (
    <div className="flex flex-col gap-4 py-3">
      {relations.out.length + relations.in.length === 0 && <p className="px-4 text-muted">Nothing is known that this is related to.</p>}
      <Direction title="From here" relations={relations.out} onGo={onGo} />
      <Direction title="To here" relations={relations.in} isIncoming onGo={onGo} />
      {unseen.length > 0 && (
        <p className="mx-4 rounded-card bg-warn-ground px-3 py-2 text-sm">
          There may be more: parts of this account could not be seen{missing.length > 0 && <> (missing: <code className="font-mono">{missing.join(", ")}</code>)</>}.
        </p>
      )}
    </div>
  );
}

function Direction({ title, relations, isIncoming = false, onGo }: { title: string; relations: readonly Relation[]; isIncoming?: boolean; onGo: (key: string) => void }) {
  if (relations.length === 0) return null;
  const Arrow = isIncoming ? ArrowLeft : ArrowRight;
  return (
    <section>
      <h3 className="px-4 pb-1 text-sm font-medium text-muted">{title}</h3>
      <ul>
        {relations.map(({ edge, other }) => (
          <li key={edge.id}>
            <button type="button" onClick={() => onGo(other.key)} className="flex w-full items-start gap-3 px-4 py-2 text-start hover:bg-hover focus-visible:-outline-offset-2">
              <TypeTile type={other.type} size={24} />
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-1.5 text-sm text-muted">
                  <Arrow size={12} aria-hidden />
                  {isIncoming ? `${edgeKinds[edge.kind].label}, from` : edgeKinds[edge.kind].label}
                  {edge.certainty === "derived" && <Badge>inferred</Badge>}
                </span>
                <span className="block font-medium break-words [unicode-bidi:isolate]">{other.name}</span>
                <span className="block text-sm text-muted">{describeType(other.type).label}{other.isOutside && " · outside"}</span>
                <span className="mt-0.5 block font-mono text-xs break-all text-muted">{evidence(edge.evidence)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function evidence({ collector, path, address }: Relation["edge"]["evidence"]): string {
  return [address, path, collector].filter((part) => part !== undefined && part !== "").join(" · ");
}
