import { ChevronRight, CircleSlash, LoaderCircle, TriangleAlert } from "lucide-react";
import type { CSSProperties } from "react";
import type { JobCell } from "@/lib/core/job/job";
import { counted, number } from "../../data/words";
import { classNames } from "../../ui/class-names";
import { CellStatusMark } from "./cell-status";
import type { CellLine as Line, CellTotals } from "./cell-tree";
import { isProblem } from "../is-problem";

const indentPx = 18;
/** With the indent before it, so that what comes after stands in one column; on a phone a name takes what is left. */
const nameWidthPx = 250;

export interface CellLineProps {
  line: Line;
  index: number;
  /** The one that the Tab key comes to. */
  isActive: boolean;
  style: CSSProperties;
  onFocus: () => void;
  onToggle: () => void;
}

export function CellLine({ line, index, isActive, style, onFocus, onToggle }: CellLineProps) {
  const isGroup = line.kind === "group";
  return (
    <div
      role="treeitem"
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.setSize}
      aria-expanded={line.isOpen ?? undefined}
      aria-selected={false}
      data-index={index}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onClick={isGroup ? onToggle : undefined}
      className={classNames("absolute inset-x-0 top-0 flex items-center gap-2 pe-4 select-none hover:bg-hover focus-visible:-outline-offset-2", isGroup && "cursor-pointer")}
      style={{ ...style, paddingInlineStart: 8 + (line.level - 1) * indentPx }}
    >
      <span aria-hidden className="inline-flex w-5 shrink-0 justify-center text-muted">
        {isGroup && <ChevronRight size={14} className={`transition-transform duration-150 ${line.isOpen ? "rotate-90" : ""}`} />}
      </span>
      {line.kind === "group" ? <Group label={line.label} totals={line.totals} widthPx={nameWidthPx - line.level * indentPx} /> : <Cell cell={line.cell} widthPx={nameWidthPx - line.level * indentPx} />}
    </div>
  );
}

/** On a phone, what only some groups have stands before the columns. */
function Group({ label, totals, widthPx }: { label: string; totals: CellTotals; widthPx: number }) {
  const { planned, done, count, running, problems, cancelled, added, gone } = totals;
  return (
    <>
      <span className="min-w-0 flex-1 truncate font-medium sm:flex-none sm:basis-(--name-width)" style={{ "--name-width": `${widthPx}px` } as CSSProperties} title={label}>{label}</span>
      <MiniBar totals={totals} />
      <span className="w-16 shrink-0 text-end text-sm text-muted tabular-nums max-sm:order-1 sm:w-18">{number(done - cancelled)}<span aria-hidden> / </span><span className="sr-only"> of </span>{number(planned)}</span>
      {running > 0 && <span className="inline-flex shrink-0 items-center gap-1 text-sm text-link max-sm:sr-only"><LoaderCircle size={12} aria-hidden className="animate-spin motion-reduce:animate-none" />{number(running)} running</span>}
      {problems > 0 && (
        <span className="inline-flex shrink-0 items-center gap-1 text-sm text-warn"><TriangleAlert size={12} aria-hidden />{number(problems)}<span className="max-sm:sr-only"> {problems === 1 ? "problem" : "problems"}</span></span>
      )}
      {cancelled > 0 && <span className="inline-flex shrink-0 items-center gap-1 text-sm text-muted max-sm:sr-only"><CircleSlash size={12} aria-hidden />{number(cancelled)} cancelled</span>}
      <span className="ms-auto shrink-0 ps-1 text-end text-sm tabular-nums max-sm:hidden">
        {counted(count, "resource")} <Changes added={added} gone={gone} />
      </span>
    </>
  );
}

/** What is done of what is planned; the part with problems apart. The numbers beside it say the same. */
function MiniBar({ totals: { planned, done, problems, cancelled } }: { totals: CellTotals }) {
  const share = (part: number) => `${(part / planned) * 100}%`;
  return (
    <span aria-hidden className="flex h-1.5 w-10 shrink-0 overflow-hidden rounded-full bg-hairline max-sm:order-1 sm:w-28 forced-colors:border">
      <span className="bg-primary forced-colors:bg-[CanvasText]" style={{ width: share(done - problems - cancelled) }} />
      <span className="bg-danger" style={{ width: share(problems) }} />
    </span>
  );
}

function Cell({ cell, widthPx }: { cell: JobCell; widthPx: number }) {
  const { collector, status, count, added, gone, permission, message } = cell;
  const name = collector.slice(collector.indexOf(".") + 1);
  const reason = isProblem(cell) ? (permission ?? message) : null;
  return (
    <>
      <span className="min-w-0 flex-1 truncate font-mono text-sm sm:flex-none sm:basis-(--name-width)" style={{ "--name-width": `${widthPx}px` } as CSSProperties} title={collector}>{name}</span>
      <CellStatusMark status={status} className="max-w-[60%] shrink-0" />
      {reason !== null && <span className="min-w-0 truncate text-sm text-muted max-sm:hidden" title={message ?? reason}>{reason}</span>}
      {status === "complete" && <span className="ms-auto shrink-0 text-end text-sm tabular-nums">{number(count)}<span className="sr-only"> found</span> <Changes added={added ?? 0} gone={gone ?? 0} /></span>}
    </>
  );
}

function Changes({ added, gone }: { added: number; gone: number }) {
  if (added === 0 && gone === 0) return null;
  const parts = [added > 0 ? `+${number(added)}` : "", gone > 0 ? `−${number(gone)}` : ""].filter((part) => part !== "");
  return <span className="text-muted" title="New and gone since the discovery before">({parts.join(" ")})</span>;
}
