import Link from "next/link";
import { Waypoints } from "lucide-react";
import type { DiagramSummary } from "@/lib/core/diagram/diagram";
import type { Connection } from "@/lib/core/connection";
import { ago, sourceWords } from "../data/words";

export function DiagramLines({ diagrams, connections }: { diagrams: readonly DiagramSummary[]; connections: readonly Connection[] }) {
  if (diagrams.length === 0) {
    return <p className="px-4 py-5 text-muted">No diagram yet. <Link href="/diagrams?new=1" className="font-medium text-link underline">Make one of everything</Link></p>;
  }
  return (
    <ul className="py-1.5">
      {diagrams.map(({ id, title, source, updatedAt }) => (
        <li key={id}>
          <Link href={`/d/${id}`} className="flex h-11 items-center gap-3 px-4 hover:bg-hover focus-visible:-outline-offset-2">
            <Waypoints size={16} aria-hidden className="shrink-0 text-muted" />
            <span className="min-w-0 flex-1 truncate font-medium" title={title}>{title}</span>
            <span className="hidden min-w-0 max-w-[40%] truncate text-sm text-muted sm:block">{sourceWords(source.filter, connections)}</span>
            <span className="shrink-0 text-sm text-muted">{ago(updatedAt)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
