import { ChevronRight, PenLine, StickyNote } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import type { GlyphId } from "@/lib/catalogue";
import { frameLevels, statuses, type FrameLevel, type View } from "@/lib/scene/view/view";
import { number } from "../../data/words";
import { Badge } from "../../ui/badge";
import { classNames } from "../../ui/class-names";
import { Glyph } from "../../ui/glyph";
import { TypeTile } from "../../ui/type-tile";
import { hasFlag, type TreeRow } from "./box-tree";
import { StatusMark } from "./status-mark";

const indentPx = 18;

const levelGlyphs: Record<FrameLevel, GlyphId> = {
  provider: "internet",
  account: "account",
  group: "group",
  region: "region",
  network: "network",
  subnet: "subnet",
  zone: "region",
  type: "group",
  category: "group",
  tag: "group",
  resource: "group",
};

export interface TreeItemProps {
  view: View;
  row: TreeRow;
  index: number;
  /** The one that the Tab key comes to. */
  isActive: boolean;
  isSelected: boolean;
  style: CSSProperties;
  onFocus: () => void;
  onSelect: () => void;
  onToggle: () => void;
}

export function TreeItem({ view: { boxes, words, types }, row: { box, level, position, setSize, isOpen }, index, isActive, isSelected, style, onFocus, onSelect, onToggle }: TreeItemProps) {
  const title = boxes.title[box] ?? "";
  const subtitle = words[boxes.subtitle[box] ?? -1];
  const type = types[boxes.type[box] ?? -1];
  const isFrame = box < boxes.frames;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isSelected}
      data-index={index}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onClick={onSelect}
      onDoubleClick={isOpen === null ? undefined : onToggle}
      className={classNames("absolute inset-x-0 top-0 flex cursor-pointer items-center gap-2 pe-4 select-none focus-visible:-outline-offset-2 sm:pe-6", isSelected ? "bg-info-ground" : "hover:bg-hover")}
      style={{ ...style, paddingInlineStart: 8 + (level - 1) * indentPx }}
    >
      <span
        aria-hidden
        onClick={(event) => {
          if (isOpen === null) return;
          event.stopPropagation();
          onToggle();
        }}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:text-ink"
      >
        {isOpen !== null && <ChevronRight size={14} className={`transition-transform duration-150 ${isOpen ? "rotate-90" : ""}`} />}
      </span>
      {type === undefined ? <span className="inline-flex w-5 justify-center text-muted"><Glyph id={levelGlyphs[frameLevels[boxes.level[box] ?? 0] ?? "group"]} size={18} /></span> : <TypeTile type={type.type} size={20} />}
      <span className={classNames("min-w-0 shrink truncate [unicode-bidi:isolate]", isFrame && "font-medium")} title={title}>{title}</span>
      {subtitle !== undefined && <span className="min-w-0 flex-[0_9_auto] truncate text-sm text-muted max-sm:hidden">{subtitle}</span>}
      {hasFlag(boxes, box, "isNew") && <Badge tone="info">New</Badge>}
      {hasFlag(boxes, box, "isChanged") && <Badge>Changed</Badge>}
      {hasFlag(boxes, box, "outside") && <Badge tone="outside">Outside</Badge>}
      {hasFlag(boxes, box, "collapsed") && <Badge>Folded</Badge>}
      {hasFlag(boxes, box, "renamed") && <Mark label="Renamed on this diagram"><PenLine size={14} aria-hidden /></Mark>}
      {hasFlag(boxes, box, "noted") && <Mark label="Has a note"><StickyNote size={14} aria-hidden /></Mark>}
      <StatusMark status={statuses[boxes.status[box] ?? 0] ?? "unknown"} />
      {isFrame && <span className="ms-auto shrink-0 ps-2 text-sm text-muted tabular-nums">{number(boxes.held[box] ?? 0)}<span className="sr-only"> inside</span></span>}
    </div>
  );
}

function Mark({ label, children }: { label: string; children: ReactNode }) {
  return <span title={label} className="inline-flex shrink-0 text-muted">{children}<span className="sr-only">{label}</span></span>;
}
