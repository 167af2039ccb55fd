import { ChevronRight } from "lucide-react";
import type { JsonObject, JsonValue } from "@/lib/core/json";
import { CopyButton } from "../ui/copy-button";

/** A property list as a tree: what is nested is folded away below the second level. */
export function PropertyTree({ properties }: { properties: JsonObject }) {
  const entries = Object.entries(properties);
  if (entries.length === 0) return <p className="p-4 text-muted">No properties are known.</p>;
  return (
    <div className="relative px-4 py-3">
      <CopyButton text={JSON.stringify(properties, null, 2)} label="Copy as JSON" showLabel className="mb-2 border border-hairline" />
      <Entries entries={entries} depth={0} />
    </div>
  );
}

function Entries({ entries, depth }: { entries: readonly (readonly [string, JsonValue])[]; depth: number }) {
  return (
    <ul className={depth === 0 ? "" : "ms-[5px] border-s border-hairline ps-3"}>
      {entries.map(([key, value]) => <li key={key}><Entry name={key} value={value} depth={depth} /></li>)}
    </ul>
  );
}

function Entry({ name, value, depth }: { name: string; value: JsonValue; depth: number }) {
  const children = childrenOf(value);
  if (children === null || children.length === 0) {
    return (
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-2 py-0.5">
        <span className="break-words text-muted">{name}</span>
        <span className="font-mono text-sm break-all [unicode-bidi:isolate]">{leaf(value)}</span>
      </div>
    );
  }
  return (
    <details open={depth < 1} className="group">
      <summary className="flex list-none items-center gap-1 rounded-chip py-0.5 text-muted hover:text-ink">
        <ChevronRight size={12} aria-hidden className="shrink-0 transition-transform duration-150 [[open]>summary>&]:rotate-90" />
        <span className="min-w-0 break-words">{name}</span>
        <span className="ms-auto shrink-0 text-xs tabular-nums">{children.length}</span>
      </summary>
      <Entries entries={children} depth={depth + 1} />
    </details>
  );
}

function childrenOf(value: JsonValue): (readonly [string, JsonValue])[] | null {
  if (Array.isArray(value)) return value.map((child, index) => [String(index), child] as const);
  return typeof value === "object" && value !== null ? Object.entries(value) : null;
}

function leaf(value: JsonValue): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return "(empty list)";
  if (typeof value === "object") return "(empty)";
  return value === "" ? "(empty)" : String(value);
}
