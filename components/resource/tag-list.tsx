import { Filter } from "lucide-react";
import { filterTerm } from "@/lib/graph/filter";
import { CopyButton } from "../ui/copy-button";
import { IconButton } from "../ui/icon-button";

export function TagList({ tags, onFilter }: { tags: Readonly<Record<string, string>>; onFilter?: (term: string) => void }) {
  const entries = Object.entries(tags).sort(([one], [other]) => one.localeCompare(other));
  if (entries.length === 0) return <p className="p-4 text-muted">No tags.</p>;
  return (
    <dl className="flex flex-col p-2">
      {entries.map(([key, value]) => (
        <div key={key} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-start gap-2 rounded-chip px-2 py-1 hover:bg-hover">
          <dt className="py-0.5 break-words text-muted [unicode-bidi:isolate]">{key}</dt>
          <dd className="py-0.5 break-words [unicode-bidi:isolate]">{value === "" ? <span className="text-muted">(empty)</span> : value}</dd>
          <dd className="flex items-center">
            {onFilter !== undefined && <IconButton label={`Filter by ${key}`} size="small" onClick={() => onFilter(filterTerm(`tag.${key}`, value))}><Filter size={14} aria-hidden /></IconButton>}
            <CopyButton text={filterTerm(`tag.${key}`, value)} label={`Copy ${key} as a filter`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
